import type { DecryptCommandInput, DecryptCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import { defaultAlgorithm, encryptedMessage, requireNamedKey, type EncryptedMessage } from "../encryption.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { noteUse, requireUse } from "../keyUse.ts";

type DecryptInput = Input<DecryptCommandInput>;

const action = "kms:Decrypt";

/** Decrypts. The key of a symmetric ciphertext is found in it; a key that is named must be that one. */
export const decrypt = operation<DecryptInput, Output<DecryptCommandOutput>, EncryptedMessage>({
  service: "kms",
  name: "Decrypt",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html",
  readOnly: true,
  unsupported: ["Recipient", "DryRunModifiers"],
  audit: {
    request: ({ KeyId: keyId, EncryptionContext: encryptionContext, EncryptionAlgorithm }) => {
      const encryptionAlgorithm = EncryptionAlgorithm ?? defaultAlgorithm;
      if (keyId === undefined) return { encryptionAlgorithm, encryptionContext };
      return { keyId, encryptionAlgorithm, encryptionContext };
    },
  },
  find: (context, { CiphertextBlob, KeyId, EncryptionAlgorithm, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    return encryptedMessage(context, { blob: CiphertextBlob, keyName: KeyId, algorithm: EncryptionAlgorithm, action });
  },
  access: (context, input, { key, undisclosedAs }) => {
    const conditions = { "kms:EncryptionAlgorithm": input.EncryptionAlgorithm ?? defaultAlgorithm };
    const { KeyId: keyName, EncryptionContext: encryptionContext, GrantTokens: grantTokens } = input;
    return [keyAccess(context, key, action, { keyName, encryptionContext, conditions, grantTokens, undisclosedAs })];
  },
  run: (context, input, encrypted) => {
    const { KeyId, EncryptionContext, EncryptionAlgorithm: algorithm = defaultAlgorithm } = input;
    const { key } = encrypted;
    requireNamedKey(context, encrypted, KeyId);
    requireUse(key, { action, operation: "Decrypt", usage: "ENCRYPT_DECRYPT", algorithm });
    const { plaintext, materialId } = encrypted.open(EncryptionContext);
    stopDryRun(input.DryRun);
    noteUse(context, key, "Decrypt");
    return { KeyId: key.arn, Plaintext: plaintext, EncryptionAlgorithm: algorithm, KeyMaterialId: materialId };
  },
});
