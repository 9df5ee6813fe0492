import { tableEncryption } from "../../../infra/rules/tableEncryption.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the encryption of a table", () => {
  ruleTable(tableEncryption, {
    accepts: ["owned", "aws-managed"],
    refuses: ["", "customer-managed", "OWNED", "alias/nextwork-kms-key"],
  });
});
