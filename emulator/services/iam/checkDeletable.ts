import { AwsError } from "../../awsError.ts";
import type { User } from "./user.ts";

/** What must be gone before a user can be deleted, in the order in which IAM names it. */
const obstacles: readonly { readonly isThere: (user: User) => boolean; readonly toDo: string }[] = [
  { isThere: (user) => user.attachedPolicies.size > 0, toDo: "must detach all policies first" },
  { isThere: (user) => user.inlinePolicies.size > 0, toDo: "must delete policies first" },
  { isThere: (user) => user.accessKeys.size > 0, toDo: "must remove access keys first" },
];

/** Throws DeleteConflict while something still belongs to the user. Source: IAM API Reference, DeleteUser. */
export function checkDeletable(user: User): void {
  const obstacle = obstacles.find(({ isThere }) => isThere(user));
  if (obstacle) throw new AwsError("DeleteConflict", `Cannot delete entity, ${obstacle.toDo}.`, { status: 409 });
}
