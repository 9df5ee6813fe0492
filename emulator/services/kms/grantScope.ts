import type { GrantConstraints, GrantOperation } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import type { Grant } from "./grant.ts";
import { grantOperationsOf } from "./keyKinds.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What a new grant is to allow. */
export interface GrantScope {
  readonly Operations: readonly GrantOperation[];
  readonly Constraints?: GrantConstraints;
}

/** Source: KMS API Reference, `GrantConstraints`: up to 8 pairs, values of up to 384 characters. */
const maximumPairs = 8;
const maximumCharacters = 384;

/**
 * Throws ValidationException for operations that the key does not have, and for constraints beyond their limits. Only
 * symmetric keys have encryption contexts to constrain. The messages are not recorded anywhere.
 */
export function checkGrantScope({ spec, usage }: KmsKey, { Operations, Constraints = {} }: GrantScope): void {
  if (Operations.length === 0) throw invalid("Grant operations must not be empty.");
  const valid = grantOperationsOf(spec, usage);
  const foreign = Operations.find((name) => !valid.includes(name));
  if (foreign !== undefined) {
    throw invalid(`The grant operation ${foreign} is not valid for a key with key usage ${usage}.`);
  }
  if (spec !== "SYMMETRIC_DEFAULT" && Object.keys(Constraints).length > 0) {
    throw invalid(`Grant constraints are not valid for a key with key spec ${spec}.`);
  }
  checkPairs("EncryptionContextEquals", Constraints.EncryptionContextEquals);
  checkPairs("EncryptionContextSubset", Constraints.EncryptionContextSubset);
}

function checkPairs(name: string, pairs: Readonly<Record<string, string>> = {}): void {
  if (Object.keys(pairs).length > maximumPairs) throw invalid(`${name} has more than ${maximumPairs} pairs.`);
  if (Object.values(pairs).some((value) => value.length > maximumCharacters)) {
    throw invalid(`A value of ${name} has more than ${maximumCharacters} characters.`);
  }
}

/**
 * Whether a grant that allows CreateGrant allows to make this one: no operation more, and constraints at least as strict.
 * Source: KMS Developer Guide, "Granting CreateGrant permission".
 */
export function covers(parent: Grant, { Operations, Constraints = {} }: GrantScope): boolean {
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = parent;
  const child = { ...Constraints.EncryptionContextSubset, ...Constraints.EncryptionContextEquals };
  return (
    Operations.every((name) => parent.operations.includes(name)) &&
    (!equals || samePairs(equals, Constraints.EncryptionContextEquals)) &&
    Object.entries(subset ?? {}).every(([name, value]) => child[name] === value)
  );
}

/** Whether two encryption contexts hold the same pairs. */
export function samePairs(
  one: Readonly<Record<string, string>> | undefined,
  other: Readonly<Record<string, string>> | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
