import type {
  ListPoliciesGrantingServiceAccessCommandInput,
  ListPoliciesGrantingServiceAccessCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { page } from "../page.ts";
import { grantingPolicies } from "../policies/grantingPolicies.ts";
import { findPolicySource } from "../policies/policySource.ts";

/** Lists, for each service that is asked about, the policies of a user, role or group that allow something of it. */
export const listPoliciesGrantingServiceAccess = operation<
  Input<ListPoliciesGrantingServiceAccessCommandInput>,
  Output<ListPoliciesGrantingServiceAccessCommandOutput>
>({
  service: "iam",
  name: "ListPoliciesGrantingServiceAccess",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html",
  readOnly: true,
  access: (context, { Arn }) => iamAccess(context, "ListPoliciesGrantingServiceAccess", Arn),
  run: (context, { Arn, ServiceNamespaces, Marker }) => {
    const identity = findPolicySource(context, Arn);
    const groups = context.account.iam.users.findByArn(Arn)?.groups ?? [];
    const { items, truncation } = page(ServiceNamespaces, (name) => name, { Marker });
    const PoliciesGrantingServiceAccess = items.map((ServiceNamespace) => ({
      ServiceNamespace,
      Policies: grantingPolicies(identity, groups, ServiceNamespace),
    }));
    return { PoliciesGrantingServiceAccess, ...truncation };
  },
});
