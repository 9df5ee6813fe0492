import { positiveNumber } from "../../../infra/rules/positiveNumber.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the threshold of an alarm", () => {
  ruleTable(positiveNumber, { accepts: [0.5, 1, 100], refuses: [0, -1] });
});
