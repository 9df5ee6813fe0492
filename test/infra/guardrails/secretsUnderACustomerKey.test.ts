import { secretsUnderACustomerKey } from "../../../infra/guardrails/secretsUnderACustomerKey.ts";
import { guardrailTable } from "./guardrailTable.ts";

const problem = "is not under a customer managed key";

describe("the guardrail secrets-under-a-customer-key", () => {
  guardrailTable(secretsUnderACustomerKey, {
    keeps: [
      { name: "a secret under a key", inputs: { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/1" } },
      { name: "a secret under a key by its alias", inputs: { kmsKeyId: "alias/hub" } },
    ],
    breaks: [
      { name: "a secret that says nothing", inputs: {}, problem },
      { name: "a secret under no key", inputs: { kmsKeyId: "" }, problem },
      { name: "a secret under aws/secretsmanager", inputs: { kmsKeyId: "alias/aws/secretsmanager" }, problem },
    ],
  });
});
