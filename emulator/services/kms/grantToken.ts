import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { findKeyByIdOrArn } from "./findKey.ts";
import type { Grant } from "./grant.ts";
import type { KmsKey } from "./kmsKey.ts";

/** Makes another token for a grant. It says where the grant is found; only tokens that were handed out are good. */
export function newGrantToken(context: CallContext, key: KmsKey, grant: Grant): string {
  const parts = [key.arn, grant.grantId, context.instance.random.bytes(16).toString("hex")];
  const token = Buffer.from(parts.join(" ")).toString("base64");
  grant.tokens.add(token);
  return token;
}

/** The grant that a token speaks of, whether or not it exists. */
export function grantIdOf(token: string): string {
  return placeOf(token).grantId;
}

/** Finds the grant of a token. Throws InvalidGrantTokenException for a token that no living grant has. */
export function findGrantByToken(context: CallContext, token: string): { key: KmsKey; grant: Grant } {
  const { keyArn, grantId } = placeOf(token);
  const key = findKeyQuietly(context, keyArn);
  const grant = key?.grants.get(grantId);
  if (key && grant?.tokens.has(token)) return { key, grant };
  throw new AwsError("InvalidGrantTokenException", "The grant token is not valid.");
}

/**
 * Checks the tokens that accompany a request. What they are good for is in `grantsInForce.ts`.
 * Throws InvalidGrantTokenException.
 */
export function checkGrantTokens(context: CallContext, tokens: readonly string[] = []): void {
  for (const token of tokens) findGrantByToken(context, token);
}

function placeOf(token: string): { keyArn: string; grantId: string } {
  const [keyArn = "", grantId = ""] = Buffer.from(token, "base64").toString("utf8").split(" ");
  return { keyArn, grantId };
}

function findKeyQuietly(context: CallContext, arn: string): KmsKey | undefined {
  try {
    return findKeyByIdOrArn(context, arn);
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
