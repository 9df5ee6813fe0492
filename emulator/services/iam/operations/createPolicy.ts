import type { CreatePolicyCommandInput, CreatePolicyCommandOutput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { ManagedPolicy } from "../policies/managedPolicy.ts";
import { checkManagedPolicy } from "../policies/policyDocument.ts";
import { listedPolicy } from "../policies/shownPolicy.ts";
import { checkQuota } from "../quotas.ts";
import { newTags, shownTags } from "../tags.ts";

/** Makes a managed policy of the account. */
export const createPolicy = operation<Input<CreatePolicyCommandInput>, Output<CreatePolicyCommandOutput>>({
  service: "iam",
  name: "CreatePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
  readOnly: false,
  access: (context, { PolicyName, Path = "/", Tags }) =>
    iamAccess(context, "CreatePolicy", policyArn(context, Path, PolicyName), {
      shownAs: `policy ${PolicyName}`,
      conditions: requestTags(Tags),
    }),
  run: (context, { PolicyName, Path = "/", PolicyDocument, Description, Tags }) => {
    const { account, instance, now } = context;
    const { policies } = account.iam;
    if (policies.has(PolicyName)) {
      throw alreadyExists(`A policy called ${PolicyName} already exists. Duplicate names are not allowed.`);
    }
    checkQuota("PoliciesPerAccount", policies.size + 1);
    checkManagedPolicy(PolicyDocument);
    const policy = new ManagedPolicy({
      arn: policyArn(context, Path, PolicyName),
      name: PolicyName,
      path: Path,
      id: instance.random.uniqueId("ANPA"),
      description: Description,
      createdAt: now,
      tags: newTags(Tags, "matters"),
      version: { id: "v1", text: PolicyDocument, createdAt: now },
    });
    policies.add(policy);
    return { Policy: { ...listedPolicy(policy), Tags: shownTags(policy.tags) } };
  },
});

function policyArn({ accountId }: CallContext, path: string, name: string): string {
  return `arn:aws:iam::${accountId}:policy${path}${name}`;
}
