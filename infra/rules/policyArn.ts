import type { Rule } from "./rule.ts";

/** The ARN of a managed policy, AWS's or the account's own. Source: IAM User Guide, "IAM identifiers". */
export const policyArn: Rule<string> = {
  allowed: "the ARN of a managed policy, such as arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  accepts: (arn) => /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/.+$/.test(arn),
};
