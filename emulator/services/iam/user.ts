import type { IamUser } from "../../principal.ts";
import type { AccessKey } from "./accessKey.ts";
import { Identity } from "./identity.ts";
import type { LoginProfile } from "./loginProfile.ts";

/** An IAM user. */
export class User extends Identity {
  readonly kind = "user";
  /** By id. */
  readonly accessKeys = new Map<string, AccessKey>();
  loginProfile?: LoginProfile;

  /** The user as a caller. */
  principal(): IamUser {
    const { accountId, arn, id, name, tags } = this;
    return { kind: "user", accountId, arn, principalId: id, userName: name, tags };
  }
}
