import type { CreatePolicyVersionCommandInput, CreatePolicyVersionCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { limitExceeded } from "../limitExceeded.ts";
import { findPolicy, policyChangeAccess } from "../policies/findPolicy.ts";
import { maximumVersions } from "../policies/managedPolicy.ts";
import { checkManagedPolicy } from "../policies/policyDocument.ts";
import { listedVersion } from "../policies/shownPolicy.ts";

/** Writes a further version of a managed policy. */
export const createPolicyVersion = operation<
  Input<CreatePolicyVersionCommandInput>,
  Output<CreatePolicyVersionCommandOutput>
>({
  service: "iam",
  name: "CreatePolicyVersion",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html",
  readOnly: false,
  access: (context, { PolicyArn }) => policyChangeAccess(context, "CreatePolicyVersion", PolicyArn),
  run: (context, { PolicyArn, PolicyDocument, SetAsDefault = false }) => {
    const policy = findPolicy(context, PolicyArn);
    checkManagedPolicy(PolicyDocument);
    if (policy.versions.size >= maximumVersions) {
      throw limitExceeded(
        `A managed policy can have up to ${maximumVersions} versions. Before you create a new version, you must delete an existing version.`,
      );
    }
    const version = policy.addVersion(PolicyDocument, context.now);
    if (SetAsDefault) policy.setDefaultVersion(version, context.now);
    return { PolicyVersion: listedVersion(policy, version) };
  },
});
