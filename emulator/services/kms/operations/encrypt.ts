import type { EncryptCommandInput, EncryptCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { seal } from "../ciphertext.ts";
import { stopDryRun } from "../dryRun.ts";
import { requireAlgorithm } from "../requireAlgorithm.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { storeOf } from "../storeOf.ts";

const action = "kms:Encrypt";

/** Encrypts up to 4,096 bytes under a key. */
export const encrypt = operation<Input<EncryptCommandInput>, Output<EncryptCommandOutput>>({
  service: "kms",
  name: "Encrypt",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html",
  readOnly: true,
  audit: {
    request: ({ KeyId, EncryptionContext, EncryptionAlgorithm }) => ({
      keyId: KeyId,
      encryptionAlgorithm: EncryptionAlgorithm ?? "SYMMETRIC_DEFAULT",
      encryptionContext: EncryptionContext,
    }),
  },
  access: (context, { KeyId, EncryptionContext, EncryptionAlgorithm, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    const conditions = { "kms:EncryptionAlgorithm": EncryptionAlgorithm ?? "SYMMETRIC_DEFAULT" };
    const request = { keyName: KeyId, encryptionContext: EncryptionContext, conditions };
    return [keyAccess(context, findKey(context, KeyId), action, request)];
  },
  run: (context, { KeyId, Plaintext, EncryptionContext = {}, EncryptionAlgorithm, DryRun }) => {
    const key = findKey(context, KeyId);
    requireEnabled(key, action);
    requireAlgorithm(key, EncryptionAlgorithm);
    stopDryRun(DryRun);
    const blob = seal(storeOf(context, key), key, Plaintext, EncryptionContext, context.instance.random);
    return { CiphertextBlob: blob, KeyId: key.arn, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
  },
});
