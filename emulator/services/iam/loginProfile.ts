import { scryptSync } from "node:crypto";
import { AwsError } from "../../awsError.ts";
import type { RandomSource } from "../../randomSource.ts";
import { noSuchEntity } from "./noSuchEntity.ts";
import type { User } from "./user.ts";

/** A password of which only a salted hash is kept. */
export interface HashedPassword {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A user's password for the console. */
export interface LoginProfile {
  readonly createdAt: Date;
  password: HashedPassword;
  resetRequired: boolean;
}

/** Hashes a password (scrypt with Node.js's default cost). Throws PasswordPolicyViolation if it is too weak. */
export function hashPassword(random: RandomSource, password: string): HashedPassword {
  checkPassword(password);
  const salt = random.bytes(16);
  return { salt, hash: scryptSync(password, salt, 32) };
}

/** The user's login profile. Throws NoSuchEntity. */
export function findLoginProfile({ name, loginProfile }: User): LoginProfile {
  if (!loginProfile) throw noSuchEntity(`Login Profile for User ${name} cannot be found.`);
  return loginProfile;
}

const minimumLength = 8;
const neededClasses = 3;

const characterClasses: readonly { readonly pattern: RegExp; readonly requirement: string }[] = [
  { pattern: /[A-Z]/, requirement: "Password should have at least one uppercase letter" },
  { pattern: /[a-z]/, requirement: "Password should have at least one lowercase letter" },
  { pattern: /[0-9]/, requirement: "Password should have at least one number" },
  { pattern: /[!@#$%^&*()_+\-=[\]{}|']/, requirement: "Password should have at least one symbol" },
];

/** Source: IAM User Guide, "Default password policy": 8 to 128 characters of at least three of four classes. */
function checkPassword(password: string): void {
  if (password.length < minimumLength) {
    throw violation(`Password should have a minimum length of ${minimumLength}`);
  }
  const missing = characterClasses.filter(({ pattern }) => !pattern.test(password));
  const stillNeeded = neededClasses - (characterClasses.length - missing.length);
  if (stillNeeded > 0) {
    const requirements = missing.map(({ requirement }) => requirement).join(", ");
    throw violation(`Password should meet ${stillNeeded} more of the following requirements: ${requirements}`);
  }
}

function violation(message: string): AwsError {
  return new AwsError("PasswordPolicyViolation", message);
}
