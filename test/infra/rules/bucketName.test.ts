import { bucketName } from "../../../infra/rules/bucketName.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of a bucket", () => {
  ruleTable(bucketName, {
    accepts: ["my-app-bucket", "123", "x".repeat(63)],
    refuses: ["", "ab", "My-bucket", "my_bucket", "my.bucket", "-bucket", "bucket-", "x".repeat(64)],
  });
});
