import { AwsError } from "../../awsError.ts";
import type { Group } from "./groups/group.ts";
import type { Role } from "./roles/role.ts";
import type { User } from "./users/user.ts";

/** What still belongs to a user, role or group, and must be gone first. */
interface Obstacle<Kind> {
  readonly isThere: (identity: Kind) => boolean;
  readonly toDo: string;
}

const policies: readonly Obstacle<User | Role | Group>[] = [
  { isThere: ({ attachedPolicies }) => attachedPolicies.size > 0, toDo: "must detach all policies first" },
  { isThere: ({ inlinePolicies }) => inlinePolicies.size > 0, toDo: "must delete policies first" },
];

/**
 * In the order in which they are named; which of several AWS names first is not known. The sentences are AWS's, except for
 * SSH public keys and service-specific credentials, of which none is recorded anywhere.
 */
const ofUsers: readonly Obstacle<User>[] = [
  ...policies,
  { isThere: ({ accessKeys }) => accessKeys.size > 0, toDo: "must delete access keys first" },
  { isThere: ({ loginProfile }) => loginProfile !== undefined, toDo: "must delete login profile first" },
  { isThere: ({ groups }) => groups.size > 0, toDo: "must remove referenced objects first" },
  { isThere: ({ mfaDevices }) => mfaDevices.size > 0, toDo: "must delete MFA device first" },
  {
    isThere: ({ signingCertificates }) => signingCertificates.size > 0,
    toDo: "must delete signing certificates first",
  },
  { isThere: ({ sshPublicKeys }) => sshPublicKeys.size > 0, toDo: "must delete SSH public keys first" },
  {
    isThere: ({ serviceSpecificCredentials }) => serviceSpecificCredentials.size > 0,
    toDo: "must delete service specific credentials first",
  },
];

const ofRoles: readonly Obstacle<Role>[] = [
  {
    isThere: ({ instanceProfiles }) => instanceProfiles.size > 0,
    toDo: "must remove roles from instance profile first",
  },
  ...policies,
];

const ofGroups: readonly Obstacle<Group>[] = [
  { isThere: ({ members }) => members.size > 0, toDo: "must remove users from group first" },
  ...policies,
];

/** Throws DeleteConflict while something still belongs to the user. Source: IAM API Reference, DeleteUser. */
export function checkUserDeletable(user: User): void {
  refuse(ofUsers.find(({ isThere }) => isThere(user)));
}

/** Throws DeleteConflict while something still belongs to the role. Source: IAM API Reference, DeleteRole. */
export function checkRoleDeletable(role: Role): void {
  refuse(ofRoles.find(({ isThere }) => isThere(role)));
}

/** Throws DeleteConflict while something still belongs to the group. Source: IAM API Reference, DeleteGroup. */
export function checkGroupDeletable(group: Group): void {
  refuse(ofGroups.find(({ isThere }) => isThere(group)));
}

function refuse(obstacle: { readonly toDo: string } | undefined): void {
  if (obstacle) throw new AwsError("DeleteConflict", `Cannot delete entity, ${obstacle.toDo}.`, { status: 409 });
}
