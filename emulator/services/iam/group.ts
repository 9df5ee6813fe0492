import { Identity } from "./identity.ts";

/** An IAM group: its policies are its members' as well. It is no principal itself. */
export class Group extends Identity {
  readonly kind = "group";
}
