import type { Operation } from "../../../operation.ts";
import { attachUserPolicy } from "../operations/attachUserPolicy.ts";
import { createUser } from "../operations/createUser.ts";
import { deleteUser } from "../operations/deleteUser.ts";
import { deleteUserPermissionsBoundary } from "../operations/deleteUserPermissionsBoundary.ts";
import { deleteUserPolicy } from "../operations/deleteUserPolicy.ts";
import { detachUserPolicy } from "../operations/detachUserPolicy.ts";
import { getUser } from "../operations/getUser.ts";
import { getUserPolicy } from "../operations/getUserPolicy.ts";
import { listAttachedUserPolicies } from "../operations/listAttachedUserPolicies.ts";
import { listUserPolicies } from "../operations/listUserPolicies.ts";
import { listUsers } from "../operations/listUsers.ts";
import { listUserTags } from "../operations/listUserTags.ts";
import { putUserPermissionsBoundary } from "../operations/putUserPermissionsBoundary.ts";
import { putUserPolicy } from "../operations/putUserPolicy.ts";
import { tagUser } from "../operations/tagUser.ts";
import { untagUser } from "../operations/untagUser.ts";
import { updateUser } from "../operations/updateUser.ts";

/** What can be done with users and their policies. */
export const userOperations: readonly Operation<unknown, object>[] = [
  createUser,
  getUser,
  updateUser,
  deleteUser,
  listUsers,
  putUserPolicy,
  getUserPolicy,
  deleteUserPolicy,
  listUserPolicies,
  attachUserPolicy,
  detachUserPolicy,
  listAttachedUserPolicies,
  putUserPermissionsBoundary,
  deleteUserPermissionsBoundary,
  tagUser,
  untagUser,
  listUserTags,
];
