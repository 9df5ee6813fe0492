import type { Guardrail } from "./guardrail.ts";

/** Source: Secrets Manager User Guide, "Secret encryption and decryption in AWS Secrets Manager". */
export const secretsUnderACustomerKey: Guardrail = {
  name: "secrets-under-a-customer-key",
  reason: "The key aws/secretsmanager serves everybody in the account who may read the secret.",
  types: ["aws:secretsmanager/secret:Secret"],
  inputs: ["kmsKeyId"],
  problem: ({ kmsKeyId }) =>
    typeof kmsKeyId === "string" && kmsKeyId !== "" && !kmsKeyId.includes("alias/aws/")
      ? undefined
      : "is not under a customer managed key",
};
