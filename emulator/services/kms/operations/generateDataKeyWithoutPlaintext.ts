import type {
  GenerateDataKeyWithoutPlaintextCommandInput,
  GenerateDataKeyWithoutPlaintextCommandOutput,
} from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { dataKeyAccess, makeDataKey } from "../dataKeys.ts";

const name = "GenerateDataKeyWithoutPlaintext";

/** Makes a data key, encrypted under a key: for use later, when Decrypt gives it in the clear. */
export const generateDataKeyWithoutPlaintext = operation<
  Input<GenerateDataKeyWithoutPlaintextCommandInput>,
  Output<GenerateDataKeyWithoutPlaintextCommandOutput>
>({
  service: "kms",
  name,
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html",
  readOnly: true,
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
    const { blob, key } = makeDataKey(context, input, name);
    return { CiphertextBlob: blob, ...key };
  },
});
