import type { EnvironmentResponse } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Principal } from "../../principal.ts";
import { createGrant } from "../kms/operations/createGrant.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { describeKey } from "../kms/operations/describeKey.ts";
import { encrypt } from "../kms/operations/encrypt.ts";
import type { Variables } from "./environmentVariables.ts";
import { sessionArn } from "./executionRole.ts";
import type { FunctionVersion } from "./functionVersion.ts";
import { decryptionFailed, whileConfiguring, whyNotShown } from "./kmsRefusal.ts";

/** The environment variables of a function under a KMS key. */
export interface EncryptedEnvironment {
  readonly ciphertext: Uint8Array;
  readonly keyArn: string;
  /** The grant by which the execution role decrypts, and which role that is. */
  readonly grantId: string;
  readonly grantedTo: string;
}

/** Whose environment variables they are. */
type Owner = Pick<FunctionVersion, "functionArn" | "functionName"> & {
  readonly settings: Pick<FunctionVersion["settings"], "role" | "kmsKeyArn">;
};

/**
 * Encrypts environment variables as the caller, under the function's key or `aws/lambda`, and gives the execution role a grant
 * to decrypt them, also as the caller. Throws InvalidParameterValueException with what KMS says.
 * Source: Lambda Developer Guide, "Securing Lambda environment variables"; that a grant is made under `aws/lambda`, too, and
 * to the session that is named like the function, is told in public transcripts. In which order Lambda asks is not recorded.
 */
export async function encryptEnvironment(
  context: CallContext,
  owner: Owner,
  variables: Variables,
): Promise<EncryptedEnvironment> {
  const keyId = owner.settings.kmsKeyArn ?? (await managedKey(context));
  const { CiphertextBlob: ciphertext, KeyId: keyArn } = await whileConfiguring(
    "encrypt",
    "Encrypt",
    context.callAsCaller("lambda", encrypt, {
      KeyId: keyId,
      Plaintext: Buffer.from(JSON.stringify(variables)),
      EncryptionContext: encryptionContext(owner),
    }),
  );
  if (!ciphertext || !keyArn) throw new Error("KMS has encrypted without giving the ciphertext or the key's ARN.");
  return { ciphertext, keyArn, ...(await grantDecryption(context, owner, keyId)) };
}

/** As {@link encryptEnvironment}, for another execution role: the ciphertext stays. */
export async function grantAnew(
  context: CallContext,
  owner: Owner,
  environment: EncryptedEnvironment,
): Promise<EncryptedEnvironment> {
  return { ...environment, ...(await grantDecryption(context, owner, environment.keyArn)) };
}

async function managedKey(context: CallContext): Promise<string> {
  const { KeyMetadata } = await context.callAsCaller("lambda", describeKey, { KeyId: "alias/aws/lambda" });
  if (!KeyMetadata?.Arn) throw new Error("KMS has described a key without its ARN.");
  return KeyMetadata.Arn;
}

async function grantDecryption(
  context: CallContext,
  owner: Owner,
  keyId: string,
): Promise<Pick<EncryptedEnvironment, "grantId" | "grantedTo">> {
  const { role } = owner.settings;
  const grant = context.callAsCaller("lambda", createGrant, {
    KeyId: keyId,
    GranteePrincipal: sessionArn(role, owner.functionName),
    Operations: ["Decrypt", "RetireGrant"],
    Constraints: { EncryptionContextEquals: encryptionContext(owner) },
  });
  const { GrantId } = await whileConfiguring("configure access to", "CreateGrant", grant);
  if (!GrantId) throw new Error("KMS has made a grant without an id.");
  return { grantId: GrantId, grantedTo: role };
}

/** The environment variables as the caller sees them, who must be able to decrypt them; else why not. */
export async function shownEnvironment(
  context: CallContext,
  version: FunctionVersion,
): Promise<EnvironmentResponse | undefined> {
  if (!version.environment) return undefined;
  try {
    return { Variables: { ...(await decryptedForCaller(context, version, version.environment)) } };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { Error: whyNotShown(error) };
  }
}

/** The environment variables, decrypted as the caller. Throws what KMS answers. */
export async function decryptedForCaller(
  context: CallContext,
  owner: Owner,
  { ciphertext }: EncryptedEnvironment,
): Promise<Variables> {
  const question = { CiphertextBlob: ciphertext, EncryptionContext: encryptionContext(owner) };
  return variablesOf(await context.callAsCaller("lambda", decrypt, question));
}

/** The environment variables for a cold start, decrypted as the execution role. Throws Lambda's errors about KMS. */
export async function decryptedForRole(
  context: CallContext,
  role: Principal,
  version: FunctionVersion,
): Promise<Variables> {
  if (!version.environment) return {};
  const question = { CiphertextBlob: version.environment.ciphertext, EncryptionContext: encryptionContext(version) };
  try {
    return variablesOf(await context.callAs(role, decrypt, question));
  } catch (error) {
    throw error instanceof AwsError ? decryptionFailed(error) : error;
  }
}

function variablesOf({ Plaintext }: { readonly Plaintext?: Uint8Array }): Variables {
  if (!Plaintext) throw new Error("KMS has decrypted without giving the plaintext.");
  return z.record(z.string(), z.string()).parse(JSON.parse(Buffer.from(Plaintext).toString("utf8")));
}

function encryptionContext({ functionArn }: Pick<FunctionVersion, "functionArn">): Record<string, string> {
  return { "aws:lambda:FunctionArn": functionArn };
}
