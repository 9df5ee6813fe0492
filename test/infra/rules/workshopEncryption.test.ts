import { workshopEncryption } from "../../../infra/rules/workshopEncryption.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the encryption of a workshop's table", () => {
  ruleTable(workshopEncryption, {
    accepts: ["owned", "aws-managed", "customer-managed"],
    refuses: ["", "none", "Owned", "nextwork-kms-key"],
  });
});
