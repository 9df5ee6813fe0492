import type { Operation } from "../../../operation.ts";
import { addRoleToInstanceProfile } from "../operations/addRoleToInstanceProfile.ts";
import { attachRolePolicy } from "../operations/attachRolePolicy.ts";
import { createInstanceProfile } from "../operations/createInstanceProfile.ts";
import { createRole } from "../operations/createRole.ts";
import { createServiceLinkedRole } from "../operations/createServiceLinkedRole.ts";
import { deleteInstanceProfile } from "../operations/deleteInstanceProfile.ts";
import { deleteRole } from "../operations/deleteRole.ts";
import { deleteRolePermissionsBoundary } from "../operations/deleteRolePermissionsBoundary.ts";
import { deleteRolePolicy } from "../operations/deleteRolePolicy.ts";
import { deleteServiceLinkedRole } from "../operations/deleteServiceLinkedRole.ts";
import { detachRolePolicy } from "../operations/detachRolePolicy.ts";
import { getInstanceProfile } from "../operations/getInstanceProfile.ts";
import { getRole } from "../operations/getRole.ts";
import { getRolePolicy } from "../operations/getRolePolicy.ts";
import { getServiceLinkedRoleDeletionStatus } from "../operations/getServiceLinkedRoleDeletionStatus.ts";
import { listAttachedRolePolicies } from "../operations/listAttachedRolePolicies.ts";
import { listInstanceProfiles } from "../operations/listInstanceProfiles.ts";
import { listInstanceProfilesForRole } from "../operations/listInstanceProfilesForRole.ts";
import { listInstanceProfileTags } from "../operations/listInstanceProfileTags.ts";
import { listRolePolicies } from "../operations/listRolePolicies.ts";
import { listRoles } from "../operations/listRoles.ts";
import { listRoleTags } from "../operations/listRoleTags.ts";
import { putRolePermissionsBoundary } from "../operations/putRolePermissionsBoundary.ts";
import { putRolePolicy } from "../operations/putRolePolicy.ts";
import { removeRoleFromInstanceProfile } from "../operations/removeRoleFromInstanceProfile.ts";
import { tagInstanceProfile } from "../operations/tagInstanceProfile.ts";
import { tagRole } from "../operations/tagRole.ts";
import { untagInstanceProfile } from "../operations/untagInstanceProfile.ts";
import { untagRole } from "../operations/untagRole.ts";
import { updateAssumeRolePolicy } from "../operations/updateAssumeRolePolicy.ts";
import { updateRole } from "../operations/updateRole.ts";
import { updateRoleDescription } from "../operations/updateRoleDescription.ts";

/** What can be done with roles and instance profiles. */
export const roleOperations: readonly Operation<unknown, object>[] = [
  createRole,
  getRole,
  updateRole,
  updateRoleDescription,
  updateAssumeRolePolicy,
  deleteRole,
  listRoles,
  listInstanceProfilesForRole,
  putRolePolicy,
  getRolePolicy,
  deleteRolePolicy,
  listRolePolicies,
  attachRolePolicy,
  detachRolePolicy,
  listAttachedRolePolicies,
  putRolePermissionsBoundary,
  deleteRolePermissionsBoundary,
  tagRole,
  untagRole,
  listRoleTags,
  createInstanceProfile,
  getInstanceProfile,
  deleteInstanceProfile,
  listInstanceProfiles,
  addRoleToInstanceProfile,
  removeRoleFromInstanceProfile,
  tagInstanceProfile,
  untagInstanceProfile,
  listInstanceProfileTags,
  createServiceLinkedRole,
  deleteServiceLinkedRole,
  getServiceLinkedRoleDeletionStatus,
];
