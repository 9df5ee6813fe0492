import type { UntagPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findPolicy, policyChangeAccess } from "../policies/findPolicy.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from a managed policy. */
export const untagPolicy = operation<Input<UntagPolicyCommandInput>, object>({
  service: "iam",
  name: "UntagPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html",
  readOnly: false,
  access: (context, { PolicyArn, TagKeys }) =>
    policyChangeAccess(context, "UntagPolicy", PolicyArn, { "aws:TagKeys": TagKeys }),
  run: (context, { PolicyArn, TagKeys }) => {
    const policy = findPolicy(context, PolicyArn);
    policy.tags = tagsWithout(policy.tags, TagKeys, "matters");
    return {};
  },
});
