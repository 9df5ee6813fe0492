import { Identity } from "../identity.ts";
import type { User } from "../users/user.ts";

/** An IAM group: its policies are its members' as well. It is no principal itself. */
export class Group extends Identity {
  readonly kind = "group";
  readonly members = new Set<User>();

  /** Makes a user a member; once is enough. */
  add(user: User): void {
    this.members.add(user);
    user.groups.add(this);
  }

  /** Returns whether the user was a member. */
  remove(user: User): boolean {
    user.groups.delete(this);
    return this.members.delete(user);
  }
}
