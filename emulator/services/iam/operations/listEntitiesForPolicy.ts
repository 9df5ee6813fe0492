import type { ListEntitiesForPolicyCommandInput, ListEntitiesForPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { attachedTo, findPolicy, policyAccess } from "../findPolicy.ts";
import { page } from "../page.ts";

/** Lists the users and roles that a managed policy is attached to. */
export const listEntitiesForPolicy = operation<
  Input<ListEntitiesForPolicyCommandInput>,
  Output<ListEntitiesForPolicyCommandOutput>
>({
  service: "iam",
  name: "ListEntitiesForPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html",
  readOnly: true,
  unsupported: ["PolicyUsageFilter"],
  access: (context, { PolicyArn }) => policyAccess(context, "ListEntitiesForPolicy", PolicyArn),
  run: (context, input) => {
    const { PolicyArn, EntityFilter, PathPrefix = "/" } = input;
    const wanted = attachedTo(context, findPolicy(context, PolicyArn)).filter(
      ({ kind, path }) =>
        path.startsWith(PathPrefix) && (EntityFilter === undefined || EntityFilter.toLowerCase() === kind),
    );
    const { items, truncation } = page(wanted, ({ kind, name }) => `${kind} ${name}`, input);
    return {
      PolicyGroups: [],
      PolicyUsers: items.flatMap(({ kind, name, id }) => (kind === "user" ? [{ UserName: name, UserId: id }] : [])),
      PolicyRoles: items.flatMap(({ kind, name, id }) => (kind === "role" ? [{ RoleName: name, RoleId: id }] : [])),
      ...truncation,
    };
  },
});
