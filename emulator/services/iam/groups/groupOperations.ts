import type { Operation } from "../../../operation.ts";
import { addUserToGroup } from "../operations/addUserToGroup.ts";
import { attachGroupPolicy } from "../operations/attachGroupPolicy.ts";
import { createGroup } from "../operations/createGroup.ts";
import { deleteGroup } from "../operations/deleteGroup.ts";
import { deleteGroupPolicy } from "../operations/deleteGroupPolicy.ts";
import { detachGroupPolicy } from "../operations/detachGroupPolicy.ts";
import { getGroup } from "../operations/getGroup.ts";
import { getGroupPolicy } from "../operations/getGroupPolicy.ts";
import { listAttachedGroupPolicies } from "../operations/listAttachedGroupPolicies.ts";
import { listGroupPolicies } from "../operations/listGroupPolicies.ts";
import { listGroups } from "../operations/listGroups.ts";
import { listGroupsForUser } from "../operations/listGroupsForUser.ts";
import { putGroupPolicy } from "../operations/putGroupPolicy.ts";
import { removeUserFromGroup } from "../operations/removeUserFromGroup.ts";
import { updateGroup } from "../operations/updateGroup.ts";

/** What can be done with groups. */
export const groupOperations: readonly Operation<unknown, object>[] = [
  listGroupsForUser,
  createGroup,
  getGroup,
  listGroups,
  deleteGroup,
  updateGroup,
  addUserToGroup,
  removeUserFromGroup,
  putGroupPolicy,
  getGroupPolicy,
  listGroupPolicies,
  deleteGroupPolicy,
  attachGroupPolicy,
  detachGroupPolicy,
  listAttachedGroupPolicies,
];
