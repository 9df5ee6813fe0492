import { allowingStatements, allowsAllOfKms, type PolicyStatement } from "./allowingStatements.ts";
import type { Guardrail } from "./guardrail.ts";

/** Source: IAM User Guide, "AWS JSON policy elements: Principal" (`"*"` and `{"AWS": "*"}` are everybody, of any account). */
export const noKeyForEverybody: Guardrail = {
  name: "no-key-for-everybody",
  reason: "A key policy that allows everybody everything opens the key to every AWS account.",
  types: [
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
  ],
  inputs: ["policy"],
  problem: ({ policy }) =>
    allowingStatements(policy).some((statement) => isEverybody(statement) && allowsAllOfKms(statement))
      ? "allows everybody kms:*"
      : undefined,
};

function isEverybody({ Principal }: PolicyStatement): boolean {
  return Principal === "*" || (Principal?.AWS ?? []).includes("*");
}
