import { scryptSync, timingSafeEqual } from "node:crypto";
import type { CallContext } from "../../../callContext.ts";
import { checkPassword, passwordViolation } from "../account/passwordPolicy.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { User } from "../users/user.ts";

/** A password of which only a salted hash is kept. */
export interface HashedPassword {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A user's password for the console. */
export interface LoginProfile {
  readonly createdAt: Date;
  password: HashedPassword;
  changedAt: Date;
  /** Passwords before this one, the newest first: as many as a password policy can forbid to use again. */
  previous: readonly HashedPassword[];
  resetRequired: boolean;
}

/** As many earlier passwords as a policy can look back on. Source: IAM API Reference, `PasswordReusePrevention`. */
const longestMemory = 24;

/** The user's login profile. Throws NoSuchEntity. */
export function findLoginProfile({ name, loginProfile }: User): LoginProfile {
  if (!loginProfile) throw noSuchEntity(`Login Profile for User ${name} cannot be found.`);
  return loginProfile;
}

/** Makes a login profile. Throws PasswordPolicyViolation. */
export function newLoginProfile(context: CallContext, password: string, resetRequired: boolean): LoginProfile {
  checkPassword(context.account.iam.passwordPolicy, password);
  const { now } = context;
  return { createdAt: now, changedAt: now, password: hash(context, password), previous: [], resetRequired };
}

/** Gives a login profile another password. Throws PasswordPolicyViolation. */
export function setPassword(context: CallContext, profile: LoginProfile, password: string): void {
  const { passwordPolicy } = context.account.iam;
  checkPassword(passwordPolicy, password);
  const known = [profile.password, ...profile.previous];
  if (known.slice(0, passwordPolicy?.PasswordReusePrevention ?? 0).some((earlier) => isPassword(earlier, password))) {
    throw passwordViolation("Policy constraint violation with password reuse prevention during password change.");
  }
  profile.previous = known.slice(0, longestMemory);
  profile.password = hash(context, password);
  profile.changedAt = context.now;
}

/** Whether a text is the password that a hash was made of. */
export function isPassword({ salt, hash: expected }: HashedPassword, text: string): boolean {
  return timingSafeEqual(scryptSync(text, salt, expected.length), expected);
}

/** scrypt with Node.js's default cost. */
function hash({ instance }: CallContext, password: string): HashedPassword {
  const salt = instance.random.bytes(16);
  return { salt, hash: scryptSync(password, salt, 32) };
}
