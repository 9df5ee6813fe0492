import type {
  GenerateDataKeyPairWithoutPlaintextCommandInput,
  GenerateDataKeyPairWithoutPlaintextCommandOutput,
} from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { dataKeyAccess, makeDataKeyPair } from "../dataKeys.ts";

const name = "GenerateDataKeyPairWithoutPlaintext";

/** Makes a pair of keys; the private one comes encrypted under a key only. */
export const generateDataKeyPairWithoutPlaintext = operation<
  Input<GenerateDataKeyPairWithoutPlaintextCommandInput>,
  Output<GenerateDataKeyPairWithoutPlaintextCommandOutput>
>({
  service: "kms",
  name,
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPairWithoutPlaintext.html",
  readOnly: true,
  audit: {
    request: ({ KeyId, KeyPairSpec, EncryptionContext }) => ({
      keyId: KeyId,
      keyPairSpec: KeyPairSpec,
      encryptionContext: EncryptionContext,
    }),
  },
  access: (context, input) => dataKeyAccess(context, input, name, input.KeyPairSpec),
  run: async (context, input) => {
    const { publicKey, blob, key } = await makeDataKeyPair(context, input, name);
    return {
      PrivateKeyCiphertextBlob: blob,
      PublicKey: publicKey,
      KeyPairSpec: input.KeyPairSpec,
      ...key,
    };
  },
});
