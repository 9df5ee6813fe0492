import { createHmac } from "node:crypto";
import type { MacAlgorithmSpec } from "@aws-sdk/client-kms";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { findKey } from "./findKey.ts";
import { checkGrantTokens } from "./grantToken.ts";
import { keyAccess } from "./keyAccess.ts";
import { requireUse } from "./keyUse.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What GenerateMac and VerifyMac are both asked. */
interface MacRequest {
  readonly KeyId: string;
  readonly Message: Uint8Array;
  readonly MacAlgorithm: MacAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
}

const hashes: Readonly<Record<MacAlgorithmSpec, string>> = {
  HMAC_SHA_224: "sha224",
  HMAC_SHA_256: "sha256",
  HMAC_SHA_384: "sha384",
  HMAC_SHA_512: "sha512",
};

/** The permission to make or to check a code. */
export function macAccess(
  context: CallContext,
  { KeyId, MacAlgorithm, GrantTokens }: MacRequest,
  operation: "GenerateMac" | "VerifyMac",
): NeededAccess[] {
  checkGrantTokens(context, GrantTokens);
  const conditions = { "kms:MacAlgorithm": MacAlgorithm };
  return [
    keyAccess(context, findKey(context, KeyId), `kms:${operation}`, {
      keyName: KeyId,
      grantTokens: GrantTokens,
      conditions,
    }),
  ];
}

/** The code of a message. Throws what {@link requireUse} throws. */
export function macOf(
  context: CallContext,
  { KeyId, Message, MacAlgorithm: algorithm }: MacRequest,
  operation: "GenerateMac" | "VerifyMac",
): { readonly key: KmsKey; readonly mac: Buffer } {
  const key = findKey(context, KeyId);
  requireUse(key, { action: `kms:${operation}`, operation, usage: "GENERATE_VERIFY_MAC", algorithm });
  return { key, mac: createHmac(hashes[algorithm], key.currentMaterial.secret).update(Message).digest() };
}

/** What CloudTrail keeps of a request. Source: KMS Developer Guide, "GenerateMac" among the examples of log entries. */
export function macRequest({ KeyId, MacAlgorithm }: MacRequest): object {
  return { macAlgorithm: MacAlgorithm, keyId: KeyId };
}
