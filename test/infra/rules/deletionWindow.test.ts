import { deletionWindow } from "../../../infra/rules/deletionWindow.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the waiting period before a key is deleted", () => {
  ruleTable(deletionWindow, { accepts: [7, 8, 30], refuses: [6, 31, 0, -7, 7.5, Number.NaN, Infinity] });
});
