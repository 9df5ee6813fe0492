import type { ListPoliciesCommandInput, ListPoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { attachedTo } from "../findPolicy.ts";
import { iamAccess } from "../iamAccess.ts";
import { page } from "../page.ts";
import { listedPolicy } from "../shownPolicy.ts";

/** Lists managed policies: AWS's own, of which the embedded AWS has some, and the account's. */
export const listPolicies = operation<Input<ListPoliciesCommandInput>, Output<ListPoliciesCommandOutput>>({
  service: "iam",
  name: "ListPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html",
  readOnly: true,
  unsupported: ["PolicyUsageFilter"],
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListPolicies", "*", { shownAs: `policy path ${PathPrefix}` }),
  run: (context, input) => {
    const { iam } = context.account;
    const { Scope = "All", OnlyAttached = false, PathPrefix = "/" } = input;
    const policies = [
      ...(Scope === "Local" ? [] : iam.awsPolicies().values()),
      ...(Scope === "AWS" ? [] : iam.policies.all()),
    ].filter(({ path }) => path.startsWith(PathPrefix));
    const listed = OnlyAttached ? policies.filter((policy) => attachedTo(context, policy).length > 0) : policies;
    const { items, truncation } = page(listed, ({ name, arn }) => `${name} ${arn}`, input);
    return { Policies: items.map((policy) => listedPolicy(context, policy)), ...truncation };
  },
});
