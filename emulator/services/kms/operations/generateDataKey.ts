import type { GenerateDataKeyCommandInput, GenerateDataKeyCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { dataKeyAccess, makeDataKey } from "../dataKeys.ts";

const name = "GenerateDataKey";

/** Makes a data key: once in the clear, once encrypted under a key. */
export const generateDataKey = operation<Input<GenerateDataKeyCommandInput>, Output<GenerateDataKeyCommandOutput>>({
  service: "kms",
  name,
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
  access: (context, input) => dataKeyAccess(context, input, name),
  run: (context, input) => {
    const { plaintext, blob, key } = makeDataKey(context, input, name);
    return { CiphertextBlob: blob, Plaintext: plaintext, ...key };
  },
});
