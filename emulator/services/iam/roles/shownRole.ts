import { policyAsShown } from "../../../authorization/policyAsShown.ts";
import type { RoleLastUsed, Role as ShownRole } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { shownBoundary, type Bounded } from "../policies/permissionsBoundary.ts";
import { encodeDocument } from "../policies/policyDocument.ts";
import { shownTags } from "../tags.ts";
import type { Role } from "./role.ts";

/** A role as instance profiles show it. */
export function roleOfInstanceProfile(context: CallContext, role: Role): Omit<ShownRole, "PermissionsBoundary"> {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encodeDocument(policyAsShown(context.instance, role.trustPolicy)),
  };
}

/** A role as CreateRole shows it. */
export function createdRole(context: CallContext, role: Role): Bounded<ShownRole> {
  return {
    ...roleOfInstanceProfile(context, role),
    PermissionsBoundary: shownBoundary(role),
    Tags: shownTags(role.tags),
  };
}

/** A role as lists show it: without tags and boundary. */
export function listedRole(context: CallContext, role: Role): Omit<ShownRole, "PermissionsBoundary"> {
  return {
    ...roleOfInstanceProfile(context, role),
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
    RoleLastUsed: lastUse(role),
  };
}

/** When and where a role was last used; empty if never. */
export function lastUse({ lastUsed }: Role): RoleLastUsed {
  return { LastUsedDate: lastUsed?.at, Region: lastUsed?.region };
}
