import { distinctNames } from "../../../infra/rules/distinctNames.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the names of a workshop's users", () => {
  ruleTable(distinctNames, {
    accepts: [[], ["Anna"], ["Anna", "Ben"]],
    refuses: [
      ["Anna", "Anna"],
      ["Anna", "anna"],
    ],
  });
});
