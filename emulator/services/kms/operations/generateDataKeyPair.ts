import type { GenerateDataKeyPairCommandInput, GenerateDataKeyPairCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { dataKeyAccess, makeDataKeyPair } from "../dataKeys.ts";

const name = "GenerateDataKeyPair";

/** Makes a pair of keys; the private one comes in the clear and encrypted under a key. */
export const generateDataKeyPair = operation<
  Input<GenerateDataKeyPairCommandInput>,
  Output<GenerateDataKeyPairCommandOutput>
>({
  service: "kms",
  name,
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html",
  readOnly: true,
  unsupported: ["Recipient"],
  audit: {
    request: ({ KeyId, KeyPairSpec, EncryptionContext }) => ({
      keyId: KeyId,
      keyPairSpec: KeyPairSpec,
      encryptionContext: EncryptionContext,
    }),
  },
  access: (context, input) => dataKeyAccess(context, input, name, input.KeyPairSpec),
  run: async (context, input) => {
    const { plaintext, publicKey, blob, key } = await makeDataKeyPair(context, input, name);
    return {
      PrivateKeyCiphertextBlob: blob,
      PrivateKeyPlaintext: plaintext,
      PublicKey: publicKey,
      KeyPairSpec: input.KeyPairSpec,
      ...key,
    };
  },
});
