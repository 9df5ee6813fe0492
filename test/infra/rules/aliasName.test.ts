import { aliasName } from "../../../infra/rules/aliasName.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of an alias", () => {
  ruleTable(aliasName, {
    accepts: ["nextwork-kms-key", "taskhub_kms", "NewKey", "team/a-1", "aws", "awsome", "a".repeat(250)],
    refuses: ["", "alias/nextwork-kms-key", "aws/dynamodb", "alias/aws/dynamodb", "my key", "a:b", "a".repeat(251)],
  });
});
