import type { GetPolicyCommandInput, GetPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findPolicy, policyAccess } from "../policies/findPolicy.ts";
import { shownPolicy } from "../policies/shownPolicy.ts";

/** Shows a managed policy, without its document. */
export const getPolicy = operation<Input<GetPolicyCommandInput>, Output<GetPolicyCommandOutput>>({
  service: "iam",
  name: "GetPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html",
  readOnly: true,
  access: (context, { PolicyArn }) => policyAccess(context, "GetPolicy", PolicyArn),
  run: (context, { PolicyArn }) => ({ Policy: shownPolicy(findPolicy(context, PolicyArn)) }),
});
