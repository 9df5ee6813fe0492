import type { TagPolicyCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findPolicy, policyChangeAccess } from "../policies/findPolicy.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to a managed policy, or gives them new values. */
export const tagPolicy = operation<Input<TagPolicyCommandInput>, object>({
  service: "iam",
  name: "TagPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html",
  readOnly: false,
  access: (context, { PolicyArn, Tags }) => policyChangeAccess(context, "TagPolicy", PolicyArn, requestTags(Tags)),
  run: (context, { PolicyArn, Tags }) => {
    const policy = findPolicy(context, PolicyArn);
    policy.tags = tagsWith(policy.tags, Tags, "matters");
    return {};
  },
});
