import type { GetPolicyVersionCommandInput, GetPolicyVersionCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findPolicyVersion, policyAccess } from "../policies/findPolicy.ts";
import { encodeDocument } from "../policies/policyDocument.ts";
import { listedVersion } from "../policies/shownPolicy.ts";

/** Shows a version of a managed policy with its document. */
export const getPolicyVersion = operation<Input<GetPolicyVersionCommandInput>, Output<GetPolicyVersionCommandOutput>>({
  service: "iam",
  name: "GetPolicyVersion",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html",
  readOnly: true,
  access: (context, { PolicyArn }) => policyAccess(context, "GetPolicyVersion", PolicyArn),
  run: (context, { PolicyArn, VersionId }) => {
    const { policy, version } = findPolicyVersion(context, PolicyArn, VersionId);
    return { PolicyVersion: { Document: encodeDocument(version.text), ...listedVersion(policy, version) } };
  },
});
