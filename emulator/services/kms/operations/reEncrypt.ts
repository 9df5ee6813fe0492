import type { ReEncryptCommandInput, ReEncryptCommandOutput } from "@aws-sdk/client-kms";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { stopDryRun } from "../dryRun.ts";
import {
  defaultAlgorithm,
  encryptedMessage,
  encryptUnder,
  requireNamedKey,
  type EncryptedMessage,
} from "../encryption.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { noteUse, requireUse } from "../keyUse.ts";

type ReEncryptInput = Input<ReEncryptCommandInput>;

const from = "kms:ReEncryptFrom";
const to = "kms:ReEncryptTo";
const use = { operation: "ReEncrypt", usage: "ENCRYPT_DECRYPT" } as const;

/** Decrypts and encrypts again, under another key or with another encryption context, without showing the plaintext. */
export const reEncrypt = operation<ReEncryptInput, Output<ReEncryptCommandOutput>>({
  service: "kms",
  name: "ReEncrypt",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html",
  readOnly: true,
  unsupported: ["DryRunModifiers"],
  access: (context, input) => {
    checkGrantTokens(context, input.GrantTokens);
    const { key: source, undisclosedAs } = message(context, input);
    const destination = findKey(context, input.DestinationKeyId);
    const sameKey = { "kms:ReEncryptOnSameKey": source === destination };
    return [
      keyAccess(context, source, from, {
        keyName: input.SourceKeyId,
        encryptionContext: input.SourceEncryptionContext,
        conditions: { ...sameKey, "kms:EncryptionAlgorithm": input.SourceEncryptionAlgorithm ?? defaultAlgorithm },
        undisclosedAs,
        grantTokens: input.GrantTokens,
      }),
      keyAccess(context, destination, to, {
        keyName: input.DestinationKeyId,
        encryptionContext: input.DestinationEncryptionContext,
        conditions: { ...sameKey, "kms:EncryptionAlgorithm": input.DestinationEncryptionAlgorithm ?? defaultAlgorithm },
        grantTokens: input.GrantTokens,
      }),
    ];
  },
  run: (context, input) => {
    const { SourceEncryptionAlgorithm: opening = defaultAlgorithm } = input;
    const { DestinationEncryptionAlgorithm: closing = defaultAlgorithm } = input;
    const encrypted = message(context, input);
    const { key: source } = encrypted;
    requireNamedKey(context, encrypted, input.SourceKeyId);
    const destination = findKey(context, input.DestinationKeyId);
    requireUse(source, { ...use, action: from, algorithm: opening });
    requireUse(destination, { ...use, action: to, algorithm: closing });
    const { plaintext, materialId } = encrypted.open(input.SourceEncryptionContext);
    const encryptionContext = input.DestinationEncryptionContext;
    const blob = encryptUnder(context, destination, plaintext, { algorithm: closing, encryptionContext });
    stopDryRun(input.DryRun);
    for (const key of [source, destination]) noteUse(context, key, "ReEncrypt");
    return {
      CiphertextBlob: blob,
      SourceKeyId: source.arn,
      KeyId: destination.arn,
      SourceEncryptionAlgorithm: opening,
      DestinationEncryptionAlgorithm: closing,
      SourceKeyMaterialId: materialId,
      DestinationKeyMaterialId: closing === defaultAlgorithm ? destination.currentMaterial.id : undefined,
    };
  },
});

function message(context: CallContext, input: ReEncryptInput): EncryptedMessage {
  const { CiphertextBlob: blob, SourceKeyId: keyName, SourceEncryptionAlgorithm: algorithm } = input;
  return encryptedMessage(context, { blob, keyName, algorithm, action: from });
}
