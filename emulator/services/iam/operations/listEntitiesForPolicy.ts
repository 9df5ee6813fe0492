import type { ListEntitiesForPolicyCommandInput, ListEntitiesForPolicyCommandOutput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import type { Identity } from "../identity.ts";
import { page } from "../page.ts";
import { findPolicy, policyAccess } from "../policies/findPolicy.ts";

type ListEntitiesInput = Input<ListEntitiesForPolicyCommandInput>;

/** Lists the users, roles and groups that a managed policy is attached to, or whose permissions boundary it is. */
export const listEntitiesForPolicy = operation<ListEntitiesInput, Output<ListEntitiesForPolicyCommandOutput>>({
  service: "iam",
  name: "ListEntitiesForPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html",
  readOnly: true,
  access: (context, { PolicyArn }) => policyAccess(context, "ListEntitiesForPolicy", PolicyArn),
  run: (context, input) => {
    const { EntityFilter, PathPrefix = "/" } = input;
    const wanted = users(context, input).filter(
      ({ kind, path }) =>
        path.startsWith(PathPrefix) && (EntityFilter === undefined || EntityFilter.toLowerCase() === kind),
    );
    const { items, truncation } = page(wanted, ({ kind, name }) => `${kind} ${name}`, input);
    return {
      PolicyGroups: items.flatMap(({ kind, name, id }) => (kind === "group" ? [{ GroupName: name, GroupId: id }] : [])),
      PolicyUsers: items.flatMap(({ kind, name, id }) => (kind === "user" ? [{ UserName: name, UserId: id }] : [])),
      PolicyRoles: items.flatMap(({ kind, name, id }) => (kind === "role" ? [{ RoleName: name, RoleId: id }] : [])),
      ...truncation,
    };
  },
});

/** Who uses the policy in the way that is asked for; each once. */
function users(context: CallContext, { PolicyArn, PolicyUsageFilter: usage }: ListEntitiesInput): Identity[] {
  const policy = findPolicy(context, PolicyArn);
  const attached = usage === "PermissionsBoundary" ? [] : [...policy.attachedTo];
  const bounded = usage === "PermissionsPolicy" ? [] : [...policy.boundedBy];
  return [...new Set([...attached, ...bounded])];
}
