import { primaryKey } from "../../../infra/rules/primaryKey.ts";
import { ruleTable } from "../ruleTable.ts";

describe("a key that can be replicated", () => {
  ruleTable(primaryKey, { accepts: [true], refuses: [false] });
});
