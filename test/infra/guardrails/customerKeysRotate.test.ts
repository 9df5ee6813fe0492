import { customerKeysRotate } from "../../../infra/guardrails/customerKeysRotate.ts";
import { guardrailTable } from "./guardrailTable.ts";

describe("the guardrail customer-keys-rotate", () => {
  guardrailTable(customerKeysRotate, {
    keeps: [
      { name: "a key that rotates", inputs: { enableKeyRotation: true, customerMasterKeySpec: "SYMMETRIC_DEFAULT" } },
      { name: "a key that rotates and leaves out its spec", inputs: { enableKeyRotation: true } },
      { name: "a key that cannot rotate", inputs: { enableKeyRotation: false, customerMasterKeySpec: "RSA_2048" } },
    ],
    breaks: [
      { name: "a key that does not rotate", inputs: { enableKeyRotation: false }, problem: "does not rotate" },
      { name: "a key that says nothing", inputs: {}, problem: "does not rotate" },
    ],
  });
});
