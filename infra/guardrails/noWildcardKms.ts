import { allowingStatements, allowsAllOfKms } from "./allowingStatements.ts";
import type { Guardrail } from "./guardrail.ts";

/** The managed policies that allow every KMS operation on every key. Source: AWS Managed Policy Reference. */
const allOfKms = ["AdministratorAccess", "PowerUserAccess"];

/** Rights on keys that nobody chose key by key. */
export const noWildcardKms: Guardrail = {
  name: "no-wildcard-kms",
  reason: "Whoever has kms:* on every key reads whatever any key policy of the account leaves to IAM.",
  types: [
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  ],
  inputs: ["policy", "policyArn"],
  problem: ({ policy, policyArn }) => {
    const name = typeof policyArn === "string" ? policyArn.slice(policyArn.lastIndexOf("/") + 1) : "";
    if (allOfKms.includes(name)) return `allows kms:* on every key, as ${name} does`;
    const wild = allowingStatements(policy).some(
      (statement) => allowsAllOfKms(statement) && (statement.Resource ?? ["*"]).some(isEveryKey),
    );
    return wild ? "allows kms:* on every key" : undefined;
  },
};

function isEveryKey(resource: string): boolean {
  return /^(\*|arn:[^:]*:kms:[^:]*:[^:]*:(\*|key\/\*))$/.test(resource);
}
