import type { CreateRoleCommandInput, Role as ShownRole } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { findBoundary, type Bounded } from "../policies/permissionsBoundary.ts";
import { checkQuota } from "../quotas.ts";
import { Role } from "../roles/role.ts";
import { reservedPath, serviceLinkedPath } from "../roles/serviceLinkedPath.ts";
import { createdRole } from "../roles/shownRole.ts";
import { readTrustPolicy } from "../roles/trustPolicy.ts";
import { newTags } from "../tags.ts";

/** Makes a role that the principals of its trust policy may assume. */
export const createRole = operation<Input<CreateRoleCommandInput>, { Role: Bounded<ShownRole> }>({
  service: "iam",
  name: "CreateRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
  readOnly: false,
  access: (context, { RoleName, Path = "/", Tags, PermissionsBoundary }) =>
    iamAccess(context, "CreateRole", identityArn(context.accountId, "role", Path, RoleName), {
      conditions: { ...requestTags(Tags), "iam:PermissionsBoundary": PermissionsBoundary },
    }),
  run: (context, input) => {
    const { account, accountId, instance, now } = context;
    const { roles } = account.iam;
    if (input.Path?.startsWith(serviceLinkedPath)) throw reservedPath(input.Path);
    if (roles.has(input.RoleName)) throw alreadyExists(`Role with name ${input.RoleName} already exists.`);
    checkQuota("RolesPerAccount", roles.size + 1);
    const role = new Role({
      accountId,
      name: input.RoleName,
      path: input.Path ?? "/",
      id: instance.random.uniqueId("AROA"),
      createdAt: now,
      tags: newTags(input.Tags),
      boundary: input.PermissionsBoundary === undefined ? undefined : findBoundary(context, input.PermissionsBoundary),
      trustPolicy: readTrustPolicy(context, input.AssumeRolePolicyDocument),
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration,
    });
    roles.add(role);
    return { Role: createdRole(context, role) };
  },
});
