import { isRoleSession } from "./roleSession.ts";
import type { Rule } from "./rule.ts";

/**
 * Who may be an administrator or user of a key. A group may not: it is no valid principal of a key policy.
 * Source: KMS Developer Guide, "Key policies in AWS KMS".
 */
export const principalArn: Rule<string> = {
  allowed: "the ARN of an IAM user, of a role, of an account's root, or of a role session",
  accepts: (arn) => isRoleSession(arn) || /^arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)\/.+)$/.test(arn),
};
