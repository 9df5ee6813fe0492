import { accountId } from "../../../infra/rules/accountId.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the id of an account", () => {
  ruleTable(accountId, {
    accepts: ["000000000000", "444455556666"],
    refuses: ["", "44445555666", "4444555566667", "4444-5555-6666", "arn:aws:iam::444455556666:root"],
  });
});
