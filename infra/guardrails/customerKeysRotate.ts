import type { Guardrail } from "./guardrail.ts";

/** Source: KMS Developer Guide, "Rotate AWS KMS keys" (automatic rotation is for symmetric encryption keys alone). */
export const customerKeysRotate: Guardrail = {
  name: "customer-keys-rotate",
  reason: "New key material every year limits what one leaked key opens, and nothing else has to change.",
  types: ["aws:kms/key:Key"],
  inputs: ["enableKeyRotation", "customerMasterKeySpec"],
  problem: ({ enableKeyRotation, customerMasterKeySpec = "SYMMETRIC_DEFAULT" }) =>
    customerMasterKeySpec === "SYMMETRIC_DEFAULT" && enableKeyRotation !== true ? "does not rotate" : undefined,
};
