import type { DecryptCommandInput, DecryptCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { ciphertextsKey, findKeyOfCiphertext, open, type SealedMessage } from "../ciphertext.ts";
import { stopDryRun } from "../dryRun.ts";
import { requireAlgorithm } from "../requireAlgorithm.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { requireMember } from "../requireMember.ts";

const action = "kms:Decrypt";

/** Decrypts what Encrypt or GenerateDataKey made. The key is found in the ciphertext; a key that is named must be that one. */
export const decrypt = operation<Input<DecryptCommandInput>, Output<DecryptCommandOutput>>({
  service: "kms",
  name: "Decrypt",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html",
  readOnly: true,
  unsupported: ["Recipient", "DryRunModifiers"],
  audit: {
    request: ({ KeyId, EncryptionContext, EncryptionAlgorithm }) => ({
      ...(KeyId === undefined ? {} : { keyId: KeyId }),
      encryptionAlgorithm: EncryptionAlgorithm ?? "SYMMETRIC_DEFAULT",
      encryptionContext: EncryptionContext,
    }),
  },
  access: (context, { CiphertextBlob, KeyId, EncryptionContext, EncryptionAlgorithm, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    const { key } = message(context, CiphertextBlob);
    const conditions = { "kms:EncryptionAlgorithm": EncryptionAlgorithm ?? "SYMMETRIC_DEFAULT" };
    const undisclosedAs = ciphertextsKey;
    const request = { keyName: KeyId, encryptionContext: EncryptionContext, conditions, undisclosedAs };
    return [keyAccess(context, key, action, request)];
  },
  run: (context, { CiphertextBlob, KeyId, EncryptionContext = {}, EncryptionAlgorithm, DryRun }) => {
    const sealed = message(context, CiphertextBlob);
    const { key } = sealed;
    if (KeyId !== undefined && findKey(context, KeyId) !== key) throw incorrectKey();
    requireEnabled(key, action);
    requireAlgorithm(key, EncryptionAlgorithm);
    const { plaintext, materialId } = open(sealed, EncryptionContext);
    stopDryRun(DryRun);
    return {
      KeyId: key.arn,
      Plaintext: plaintext,
      EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      KeyMaterialId: materialId,
    };
  },
});

/** The API model lets the ciphertext be absent, for a dry run without one, which is not carried. */
function message(context: CallContext, blob: Uint8Array | undefined): SealedMessage {
  return findKeyOfCiphertext(context, requireMember(blob, "ciphertextBlob"), action);
}

function incorrectKey(): AwsError {
  return new AwsError(
    "IncorrectKeyException",
    "The key ID in the request does not identify a CMK that can perform this operation.",
  );
}
