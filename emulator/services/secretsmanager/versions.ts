import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { protect, reveal } from "./encryption.ts";
import { afterNewValue } from "./rotation.ts";
import { current, type Secret, type SecretVersion } from "./secret.ts";
import { isSameValue, type SecretValue } from "./secretValue.ts";
import { deleteOutdatedVersions, requireRoomForLabels } from "./versionLimits.ts";

/** The token that becomes a version's id. Throws InvalidRequestException, or what `code` names, if the request has none. */
export function requireToken(token: string | undefined, code = "InvalidRequestException"): string {
  if (token !== undefined) return token;
  throw new AwsError(code, "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
}

/**
 * Encrypts a value as a new version, and gives it its labels; the first version of a secret is always `AWSCURRENT`. A version
 * that a rotation has begun gets its value so.
 * Throws LimitExceededException for too many labels, and what encrypting throws.
 */
export async function addVersion(
  context: CallContext,
  secret: Secret,
  id: string,
  value: SecretValue,
  stages: readonly string[] = [current],
): Promise<SecretVersion> {
  const labels = secret.versions.size === 0 ? [current, ...stages] : stages;
  requireRoomForLabels(secret, labels);
  const identity = { secretArn: secret.arn, versionId: id };
  const begun = secret.versions.get(id);
  const version: SecretVersion = {
    id,
    createdAt: context.now,
    stages: begun?.stages ?? new Set(),
    value: await protect(context, identity, secret.kmsKeyId, value),
  };
  secret.versions.set(id, version);
  for (const label of labels) secret.attach(label, version);
  deleteOutdatedVersions(secret, context.now);
  secret.lastChangedAt = context.now;
  if (secret.rotation && labels.includes(current)) secret.rotation = afterNewValue(secret.rotation, context.now);
  return version;
}

/** Decrypts a version as the caller. Throws ResourceNotFoundException for one that has no value yet. */
export async function valueOf(
  context: CallContext,
  secret: Secret,
  { id, value }: SecretVersion,
): Promise<SecretValue> {
  if (!value) throw noValue(`VersionId: ${id}`);
  return reveal(context, { secretArn: secret.arn, versionId: id }, value);
}

/**
 * The version that an earlier request with the same token has made. Throws ResourceExistsException if that request had
 * another value: versions cannot be changed.
 */
export async function madeBefore(
  context: CallContext,
  secret: Secret,
  token: string,
  value: SecretValue,
): Promise<SecretVersion | undefined> {
  const version = secret.versions.get(token);
  if (!version?.value) return undefined;
  if (isSameValue(await valueOf(context, secret, version), value)) return version;
  throw tokenIsTaken(secret, token);
}

/** That a secret has no such value. Source of the message: recorded answers. */
export function noValue(wanted: string): AwsError {
  return new AwsError(
    "ResourceNotFoundException",
    `Secrets Manager can't find the specified secret value for ${wanted}`,
  );
}

/** The answer to a token that a version of the secret has already. */
export function tokenIsTaken(secret: Secret, token: string): AwsError {
  return new AwsError(
    "ResourceExistsException",
    `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${secret.arn}.`,
  );
}
