import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import {
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  type AlgorithmSpec,
  type ImportKeyMaterialCommandInput,
  type ImportKeyMaterialCommandOutput,
  type KMSClient,
} from "@aws-sdk/client-kms";

/** How a test imports material, if not as most do. */
export type ImportWays = Partial<ImportKeyMaterialCommandInput> & { readonly WrappingAlgorithm?: AlgorithmSpec };

/** Wraps material and imports it, through an AES key unless another way is named. It does not expire, unless said so. */
export async function importMaterial(
  kms: KMSClient,
  KeyId: string,
  material: Uint8Array,
  { WrappingAlgorithm = "RSA_AES_KEY_WRAP_SHA_256", ...ways }: ImportWays = {},
): Promise<ImportKeyMaterialCommandOutput> {
  const parameters = await kms.send(
    new GetParametersForImportCommand({ KeyId, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" }),
  );
  const EncryptedKeyMaterial = wrapped(material, WrappingAlgorithm, parameters.PublicKey ?? new Uint8Array());
  return kms.send(
    new ImportKeyMaterialCommand({
      KeyId,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial,
      ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
      ...ways,
    }),
  );
}

/** Wraps material as the Developer Guide tells customers to do it with OpenSSL. */
export function wrapped(material: Uint8Array, algorithm: AlgorithmSpec, publicKey: Uint8Array): Buffer {
  const key = createPublicKey({ key: Buffer.from(publicKey), type: "spki", format: "der" });
  const oaepHash = algorithm.endsWith("SHA_1") ? "sha1" : "sha256";
  const encrypt = (bytes: Uint8Array) =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, bytes);
  if (!algorithm.startsWith("RSA_AES_KEY_WRAP")) return encrypt(material);
  const aesKey = randomBytes(32);
  const cipher = createCipheriv("id-aes256-wrap-pad", aesKey, Buffer.from("a65959a6", "hex"));
  return Buffer.concat([encrypt(aesKey), cipher.update(material), cipher.final()]);
}
