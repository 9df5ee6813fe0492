import { passwordLength } from "../../../infra/rules/passwordLength.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the length of a password", () => {
  ruleTable(passwordLength, { accepts: [6, 14, 128], refuses: [5, 129, 14.5, Number.NaN] });
});
