import { tablesUnderACustomerKey } from "../../../infra/guardrails/tablesUnderACustomerKey.ts";
import { guardrailTable } from "./guardrailTable.ts";

const problem = "is not under a customer managed key";

describe("the guardrail tables-under-a-customer-key", () => {
  guardrailTable(tablesUnderACustomerKey, {
    keeps: [{ name: "a table under a key", inputs: { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:…" } } }],
    breaks: [
      { name: "a table under DynamoDB's own key", inputs: { serverSideEncryption: { enabled: false } }, problem },
      { name: "a table under aws/dynamodb", inputs: { serverSideEncryption: { enabled: true } }, problem },
      {
        name: "a key that is named and not used",
        inputs: { serverSideEncryption: { enabled: false, kmsKeyArn: "arn:…" } },
        problem,
      },
      { name: "a table that says nothing", inputs: {}, problem },
    ],
  });
});
