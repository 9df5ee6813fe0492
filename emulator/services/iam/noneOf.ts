import type { CallContext } from "../../callContext.ts";
import { findUser, userNameOrCaller } from "./findUser.ts";

/**
 * The rest of a list's answer where the list is of things that no user here can have. The user itself must exist:
 * throws NoSuchEntity.
 */
export function noneOf(context: CallContext, userName: string | undefined): { IsTruncated: false } {
  findUser(context, userNameOrCaller(context, userName));
  return { IsTruncated: false };
}
