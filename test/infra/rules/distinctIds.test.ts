import { distinctIds } from "../../../infra/rules/distinctIds.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the ids of a table's items", () => {
  ruleTable(distinctIds, {
    accepts: [[], ["1"], ["1", "2"], ["a", "A"]],
    refuses: [[""], ["1", "1"], ["1", "2", "1"]],
  });
});
