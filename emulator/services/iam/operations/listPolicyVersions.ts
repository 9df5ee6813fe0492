import type { ListPolicyVersionsCommandInput, ListPolicyVersionsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { findPolicy, policyAccess } from "../policies/findPolicy.ts";
import type { PolicyVersion } from "../policies/managedPolicy.ts";
import { listedVersion } from "../policies/shownPolicy.ts";

/** Lists the versions of a managed policy, the newest first. */
export const listPolicyVersions = operation<
  Input<ListPolicyVersionsCommandInput>,
  Output<ListPolicyVersionsCommandOutput>
>({
  service: "iam",
  name: "ListPolicyVersions",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html",
  readOnly: true,
  access: (context, { PolicyArn }) => policyAccess(context, "ListPolicyVersions", PolicyArn),
  run: (context, input) => {
    const policy = findPolicy(context, input.PolicyArn);
    const newestFirst = [...policy.versions.values()].reverse();
    const position = (version: PolicyVersion) => String(newestFirst.indexOf(version));
    const { items, truncation } = page(newestFirst, position, input);
    return { Versions: items.map((version) => listedVersion(policy, version)), ...truncation };
  },
});
