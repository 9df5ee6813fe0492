import type { PasswordPolicy as ShownPasswordPolicy } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";

/** The password policy that an account has set; without one, AWS's default holds. */
export interface PasswordPolicy extends Omit<ShownPasswordPolicy, "ExpirePasswords"> {
  readonly MinimumPasswordLength: number;
  readonly AllowUsersToChangePassword: boolean;
}

interface CharacterClass {
  readonly pattern: RegExp;
  readonly requirement: string;
  readonly isRequired: (policy: PasswordPolicy) => boolean | undefined;
}

const characterClasses: readonly CharacterClass[] = [
  {
    pattern: /[A-Z]/,
    requirement: "Password should have at least one uppercase letter",
    isRequired: ({ RequireUppercaseCharacters }) => RequireUppercaseCharacters,
  },
  {
    pattern: /[a-z]/,
    requirement: "Password should have at least one lowercase letter",
    isRequired: ({ RequireLowercaseCharacters }) => RequireLowercaseCharacters,
  },
  {
    pattern: /[0-9]/,
    requirement: "Password should have at least one number",
    isRequired: ({ RequireNumbers }) => RequireNumbers,
  },
  {
    pattern: /[!@#$%^&*()_+\-=[\]{}|']/,
    requirement: "Password should have at least one symbol",
    isRequired: ({ RequireSymbols }) => RequireSymbols,
  },
];

/** Throws PasswordPolicyViolation for a password that the account's policy, or else the default policy, does not let in. */
export function checkPassword(policy: PasswordPolicy | undefined, password: string): void {
  const minimum = policy?.MinimumPasswordLength ?? defaultMinimumLength;
  if (password.length < minimum) throw passwordViolation(`Password should have a minimum length of ${minimum}`);
  const missing = characterClasses.filter(({ pattern }) => !pattern.test(password));
  if (policy) checkRequired(policy, missing);
  else checkDefault(missing);
}

/** IAM's answer for a password that a policy does not let in. */
export function passwordViolation(message: string): AwsError {
  return new AwsError("PasswordPolicyViolation", message);
}

/** Which of several missing classes AWS names is not recorded anywhere: here, the first. */
function checkRequired(policy: PasswordPolicy, missing: readonly CharacterClass[]): void {
  const required = missing.find(({ isRequired }) => isRequired(policy));
  if (required) throw passwordViolation(required.requirement);
}

const defaultMinimumLength = 8;
const neededClasses = 3;

/** Source: IAM User Guide, "Default password policy": 8 to 128 characters of at least three of four classes. */
function checkDefault(missing: readonly CharacterClass[]): void {
  const stillNeeded = neededClasses - (characterClasses.length - missing.length);
  if (stillNeeded <= 0) return;
  const requirements = missing.map(({ requirement }) => requirement).join(", ");
  throw passwordViolation(`Password should meet ${stillNeeded} more of the following requirements: ${requirements}`);
}
