import type { User as ShownUser } from "@aws-sdk/client-iam";
import { shownBoundary, type Bounded } from "../policies/permissionsBoundary.ts";
import { shownTags } from "../tags.ts";
import type { User } from "./user.ts";

/** A user as lists show it: without tags and boundary. */
export function listedUser({ path, name, id, arn, createdAt }: User): Omit<ShownUser, "PermissionsBoundary"> {
  return { Path: path, UserName: name, UserId: id, Arn: arn, CreateDate: createdAt };
}

/** A user as CreateUser and GetUser show it. */
export function shownUser(user: User): Bounded<ShownUser> {
  return { ...listedUser(user), PermissionsBoundary: shownBoundary(user), Tags: shownTags(user.tags) };
}
