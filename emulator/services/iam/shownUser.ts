import type { User as ShownUser } from "@aws-sdk/client-iam";
import type { User } from "./user.ts";
import { shownTags } from "./tags.ts";

/** A user as lists show it: without tags. */
export function listedUser({ path, name, id, arn, createdAt }: User): ShownUser {
  return { Path: path, UserName: name, UserId: id, Arn: arn, CreateDate: createdAt };
}

/** A user as CreateUser and GetUser show it. */
export function shownUser(user: User): ShownUser {
  return { ...listedUser(user), Tags: shownTags(user.tags) };
}
