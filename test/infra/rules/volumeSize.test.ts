import { volumeSize } from "../../../infra/rules/volumeSize.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the size of a volume", () => {
  ruleTable(volumeSize, { accepts: [1, 100, 65_536], refuses: [0, -1, 1.5, 65_537] });
});
