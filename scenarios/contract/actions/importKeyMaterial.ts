import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import { ImportKeyMaterialCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { notedImportParameters } from "../importParameters.ts";

/** Which material is imported, and for how long. */
export interface ImportKeyMaterialOptions {
  /** The note that holds the material. */
  readonly material: string;
  /** The name under which the parameters of the import are noted. */
  readonly parameters: string;
  /** How long the material lasts, counted from when the parameters were fetched. Default: it does not expire. */
  readonly validForMinutes?: number;
}

/** Wraps material with the public key of the import, without AWS, and has KMS import it. Yields nothing. */
export function importKeyMaterial<Key extends string>(
  key: Key,
  { material, parameters, validForMinutes }: ImportKeyMaterialOptions,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ImportKeyMaterial",
    attempt: `ImportKeyMaterial ${material} into ${key}`,
    async perform(deployed, { kms, notes }) {
      const { publicKey, importToken, issuedAt } = notedImportParameters(notes, parameters);
      const command = new ImportKeyMaterialCommand({
        KeyId: deployed[key].arn,
        ImportToken: importToken,
        EncryptedKeyMaterial: wrap(notes.bytes(material), publicKey),
        ...(validForMinutes === undefined
          ? { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }
          : {
              ExpirationModel: "KEY_MATERIAL_EXPIRES",
              ValidTo: new Date(issuedAt.getTime() + validForMinutes * 60_000),
            }),
      });
      return answer(await kms.send(command), undefined);
    },
  };
}

function wrap(material: Uint8Array, publicKey: Uint8Array): Buffer {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, material);
}
