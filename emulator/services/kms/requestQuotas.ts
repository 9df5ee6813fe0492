import * as z from "zod";
import type { CallContext } from "../../callContext.ts";
import type { RequestQuota } from "../../requestQuotas.ts";
import { AwsError } from "../../awsError.ts";
import { findKey } from "./findKey.ts";
import type { CarriedKeySpec } from "./keyKinds.ts";

/**
 * Calls a second, for each account and region. Source: KMS Developer Guide, "Request quotas"; the quotas of
 * ListKeyRotations and RotateKeyOnDemand are not confirmed. What is not listed is not limited.
 */
const ownQuotas: Readonly<Record<string, number>> = {
  CancelKeyDeletion: 5,
  CreateAlias: 5,
  CreateGrant: 50,
  CreateKey: 5,
  DeleteAlias: 15,
  DeleteImportedKeyMaterial: 5,
  DescribeKey: 2000,
  DisableKey: 5,
  DisableKeyRotation: 5,
  EnableKey: 5,
  EnableKeyRotation: 15,
  GetKeyPolicy: 1000,
  GetKeyRotationStatus: 1000,
  GetParametersForImport: 0.25,
  GetPublicKey: 2000,
  ImportKeyMaterial: 5,
  ListAliases: 500,
  ListGrants: 100,
  ListKeyPolicies: 100,
  ListKeyRotations: 100,
  ListKeys: 500,
  ListResourceTags: 2000,
  ListRetirableGrants: 100,
  PutKeyPolicy: 15,
  ReplicateKey: 5,
  RetireGrant: 30,
  RevokeGrant: 30,
  RotateKeyOnDemand: 5,
  ScheduleKeyDeletion: 15,
  TagResource: 10,
  UntagResource: 5,
  UpdateAlias: 5,
  UpdateKeyDescription: 5,
  UpdatePrimaryRegion: 5,
};

/** See {@link ownQuotas}; that of Ed25519 pairs is not confirmed. */
const pairQuotas: Readonly<Record<string, number>> = {
  ECC_NIST_P256: 25,
  ECC_NIST_P384: 10,
  ECC_NIST_P521: 5,
  ECC_SECG_P256K1: 25,
  ECC_NIST_EDWARDS25519: 25,
  RSA_2048: 1,
  RSA_3072: 0.5,
  RSA_4096: 0.1,
};

/** These share a quota with each other, one for each kind of key. */
const cryptographic = new Set([
  "Decrypt",
  "DeriveSharedSecret",
  "Encrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateMac",
  "GenerateRandom",
  "ReEncrypt",
  "Sign",
  "Verify",
  "VerifyMac",
]);

const largeRegions = ["us-east-1", "us-west-2", "eu-west-1"];
const middleRegions = ["us-east-2", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "eu-central-1", "eu-west-2"];

const named = z.object({ KeyId: z.string().optional(), KeyPairSpec: z.string().optional() });

/** The quota that a call counts against. */
export function kmsRequestQuota(context: CallContext, operation: string, input: unknown): RequestQuota | undefined {
  const { KeyId, KeyPairSpec } = named.parse(input);
  if (KeyPairSpec !== undefined) return quota(`GenerateDataKeyPair ${KeyPairSpec}`, pairQuotas[KeyPairSpec]);
  if (cryptographic.has(operation)) return cryptographicQuota(context, KeyId);
  return quota(operation, ownQuotas[operation]);
}

function cryptographicQuota(context: CallContext, keyName: string | undefined): RequestQuota {
  const spec = specOf(context, keyName);
  if (spec.startsWith("RSA_")) return { name: "RSA", perSecond: 500 };
  if (spec.startsWith("ECC_")) return { name: "ECC", perSecond: 300 };
  return { name: "symmetric", perSecond: symmetricQuota(context.region) };
}

function symmetricQuota(region: string): number {
  if (largeRegions.includes(region)) return 50_000;
  return middleRegions.includes(region) ? 10_000 : 5500;
}

/** A key that is not found counts as a symmetric one. */
function specOf(context: CallContext, keyName: string | undefined): CarriedKeySpec {
  if (keyName === undefined) return "SYMMETRIC_DEFAULT";
  try {
    return findKey(context, keyName).spec;
  } catch (error) {
    if (error instanceof AwsError) return "SYMMETRIC_DEFAULT";
    throw error;
  }
}

function quota(name: string, perSecond: number | undefined): RequestQuota | undefined {
  return perSecond === undefined ? undefined : { name, perSecond };
}
