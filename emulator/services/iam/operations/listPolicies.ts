import type { ListPoliciesCommandInput, ListPoliciesCommandOutput, PolicyUsageType } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { page } from "../page.ts";
import type { ManagedPolicy } from "../policies/managedPolicy.ts";
import { listedPolicy } from "../policies/shownPolicy.ts";

/** Lists managed policies: AWS's own, of which the embedded AWS has some, and the account's. */
export const listPolicies = operation<Input<ListPoliciesCommandInput>, Output<ListPoliciesCommandOutput>>({
  service: "iam",
  name: "ListPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html",
  readOnly: true,
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListPolicies", "*", { shownAs: `policy path ${PathPrefix}` }),
  run: (context, input) => {
    const { iam } = context.account;
    const { Scope = "All", OnlyAttached = false, PathPrefix = "/" } = input;
    const policies = [
      ...(Scope === "Local" ? [] : iam.awsPolicies().values()),
      ...(Scope === "AWS" ? [] : iam.policies.all()),
    ].filter(({ path }) => path.startsWith(PathPrefix));
    const listed = policies.filter((policy) => isUsed(policy, input.PolicyUsageFilter, OnlyAttached));
    const { items, truncation } = page(listed, ({ name, arn }) => `${name} ${arn}`, input);
    return { Policies: items.map((policy) => listedPolicy(policy)), ...truncation };
  },
});

/** Whether a policy is used in the way that is asked for. */
function isUsed(
  { attachedTo, boundedBy }: ManagedPolicy,
  usage: PolicyUsageType | undefined,
  attached: boolean,
): boolean {
  if (attached && attachedTo.size === 0) return false;
  if (usage === undefined) return true;
  return (usage === "PermissionsBoundary" ? boundedBy : attachedTo).size > 0;
}
