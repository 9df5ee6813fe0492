import type { EncryptCommandInput, EncryptCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { defaultAlgorithm, encryptUnder } from "../encryption.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import type { KmsKey } from "../kmsKey.ts";
import { keyAccess } from "../keyAccess.ts";
import { noteUse, requireUse } from "../keyUse.ts";

const action = "kms:Encrypt";

/** Encrypts up to 4,096 bytes under a symmetric key, or what fits into the modulus of an RSA key. */
export const encrypt = operation<Input<EncryptCommandInput>, Output<EncryptCommandOutput>, KmsKey>({
  service: "kms",
  name: "Encrypt",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html",
  readOnly: true,
  audit: {
    request: ({ KeyId, EncryptionContext, EncryptionAlgorithm }) => ({
      keyId: KeyId,
      encryptionAlgorithm: EncryptionAlgorithm ?? defaultAlgorithm,
      encryptionContext: EncryptionContext,
    }),
  },
  find: (context, { KeyId, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    return findKey(context, KeyId);
  },
  access: (context, { KeyId, EncryptionContext, EncryptionAlgorithm, GrantTokens }, key) => {
    const conditions = { "kms:EncryptionAlgorithm": EncryptionAlgorithm ?? defaultAlgorithm };
    const request = { keyName: KeyId, encryptionContext: EncryptionContext, grantTokens: GrantTokens, conditions };
    return [keyAccess(context, key, action, request)];
  },
  run: (context, input, key) => {
    const {
      Plaintext,
      EncryptionContext: encryptionContext,
      EncryptionAlgorithm: algorithm = defaultAlgorithm,
    } = input;
    requireUse(key, { action, operation: "Encrypt", usage: "ENCRYPT_DECRYPT", algorithm });
    const blob = encryptUnder(context, key, Plaintext, { algorithm, encryptionContext });
    stopDryRun(input.DryRun);
    noteUse(context, key, "Encrypt");
    return { CiphertextBlob: blob, KeyId: key.arn, EncryptionAlgorithm: algorithm };
  },
});
