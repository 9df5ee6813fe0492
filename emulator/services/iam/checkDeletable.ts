import { AwsError } from "../../awsError.ts";
import type { Group } from "./group.ts";
import type { Role } from "./role.ts";
import type { User } from "./user.ts";

/** What still belongs to a user, role or group, and must be gone first. */
interface Obstacle {
  readonly isThere: (identity: User | Role | Group) => boolean;
  readonly toDo: string;
}

/** In the order in which they are named. The sentences are AWS's; which of several it names first is not known. */
const obstacles: readonly Obstacle[] = [
  { isThere: ({ attachedPolicies }) => attachedPolicies.size > 0, toDo: "must detach all policies first" },
  { isThere: ({ inlinePolicies }) => inlinePolicies.size > 0, toDo: "must delete policies first" },
  {
    isThere: (identity) => identity.kind === "user" && identity.accessKeys.size > 0,
    toDo: "must delete access keys first",
  },
  {
    isThere: (identity) => identity.kind === "user" && identity.loginProfile !== undefined,
    toDo: "must delete login profile first",
  },
  {
    isThere: (identity) => identity.kind === "user" && identity.groups.size > 0,
    toDo: "must remove referenced objects first",
  },
];

/** Throws DeleteConflict while something still belongs to the user, role or group. Source: IAM API Reference, DeleteUser. */
export function checkDeletable(identity: User | Role | Group): void {
  const obstacle = obstacles.find(({ isThere }) => isThere(identity));
  if (obstacle) throw new AwsError("DeleteConflict", `Cannot delete entity, ${obstacle.toDo}.`, { status: 409 });
}
