import type { Role as ShownRole } from "@aws-sdk/client-iam";
import type { CallContext } from "../../callContext.ts";
import { shownBoundary, type Bounded } from "./permissionsBoundary.ts";
import { encodeDocument } from "./policyDocument.ts";
import type { Role } from "./role.ts";
import { shownTags } from "./tags.ts";
import { trustPolicyAsShown } from "./trustPolicy.ts";

/** A role as CreateRole shows it. */
export function createdRole(context: CallContext, role: Role): Bounded<ShownRole> {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encodeDocument(trustPolicyAsShown(context, role.trustPolicy)),
    PermissionsBoundary: shownBoundary(role),
    Tags: shownTags(role.tags),
  };
}

/** A role as lists show it: without tags and boundary. */
export function listedRole(context: CallContext, role: Role): Omit<ShownRole, "PermissionsBoundary"> {
  return {
    ...createdRole(context, role),
    ...{ PermissionsBoundary: undefined, Tags: undefined },
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
  };
}

/** A role as GetRole shows it. */
export function shownRole(context: CallContext, role: Role): Bounded<ShownRole> {
  return {
    ...listedRole(context, role),
    PermissionsBoundary: shownBoundary(role),
    Tags: shownTags(role.tags),
    RoleLastUsed: { LastUsedDate: role.lastUsed?.at, Region: role.lastUsed?.region },
  };
}
