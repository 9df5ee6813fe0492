import type { GenerateDataKeyCommandInput, GenerateDataKeyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { seal } from "../ciphertext.ts";
import { stopDryRun } from "../dryRun.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { storeOf } from "../storeOf.ts";

type GenerateDataKeyInput = Input<GenerateDataKeyCommandInput>;

const action = "kms:GenerateDataKey";
const bytesOf = { AES_128: 16, AES_256: 32 } as const;

/** Makes a data key: once in the clear, once encrypted under a key. */
export const generateDataKey = operation<GenerateDataKeyInput, Output<GenerateDataKeyCommandOutput>>({
  service: "kms",
  name: "GenerateDataKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html",
  readOnly: true,
  unsupported: ["Recipient"],
  audit: {
    request: ({ KeyId, KeySpec, NumberOfBytes, EncryptionContext }) => ({
      keyId: KeyId,
      keySpec: KeySpec,
      numberOfBytes: NumberOfBytes,
      encryptionContext: EncryptionContext,
    }),
  },
  access: (context, { KeyId, EncryptionContext, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    const conditions = { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" };
    const request = { keyName: KeyId, encryptionContext: EncryptionContext, conditions };
    return [keyAccess(context, findKey(context, KeyId), action, request)];
  },
  run: (context, input) => {
    const length = lengthOf(input);
    const key = findKey(context, input.KeyId);
    requireEnabled(key, action);
    stopDryRun(input.DryRun);
    const { random } = context.instance;
    const plaintext = random.bytes(length);
    const blob = seal(storeOf(context, key), key, plaintext, input.EncryptionContext ?? {}, random);
    return { CiphertextBlob: blob, Plaintext: plaintext, KeyId: key.arn, KeyMaterialId: key.currentMaterial.id };
  },
});

function lengthOf({ KeySpec, NumberOfBytes }: GenerateDataKeyInput): number {
  if (KeySpec !== undefined && NumberOfBytes === undefined) return bytesOf[KeySpec];
  if (KeySpec === undefined && NumberOfBytes !== undefined) return NumberOfBytes;
  throw new AwsError("ValidationException", "Please specify either number of bytes or key spec.");
}
