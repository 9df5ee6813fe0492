import { createPrivateKey, createSecretKey, type KeyObject } from "node:crypto";
import type { ExpirationModelType, ImportType } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import { addDays } from "./addDays.ts";
import { unwrap } from "./crypto/unwrap.ts";
import { invalidCiphertext } from "./ciphertext.ts";
import type { MaterialShape } from "./keyKinds.ts";
import type { ImportTerms } from "./keyMaterial.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What ImportKeyMaterial says of the material beside the material itself. */
interface StatedTerms {
  readonly ExpirationModel?: ExpirationModelType;
  readonly ValidTo?: Date;
  readonly KeyMaterialDescription?: string;
}

/** Source: KMS API Reference, ImportKeyMaterial, `ValidTo`. */
const maximumDays = 365;

/** Reads when material expires. Throws ValidationException; the first message is recorded, the others are not. */
export function importTerms(stated: StatedTerms, now: Date): ImportTerms {
  const { ExpirationModel: expirationModel = "KEY_MATERIAL_EXPIRES", ValidTo: validTo } = stated;
  const description = stated.KeyMaterialDescription;
  if (expirationModel === "KEY_MATERIAL_DOES_NOT_EXPIRE") {
    if (validTo === undefined) return { expirationModel, description };
    throw invalid("A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE");
  }
  if (!validTo) throw invalid("A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES");
  if (validTo <= now || validTo > addDays(now, maximumDays)) {
    throw invalid(`The validTo date must be in the future, by at most ${maximumDays} days.`);
  }
  return { expirationModel, validTo, description };
}

/**
 * Takes the material out of its wrapping. Throws InvalidImportTokenException for a token that is none of this key,
 * ExpiredImportTokenException, and InvalidCiphertextException.
 */
export function unwrapWithToken({ importTokens }: KmsKey, token: Uint8Array, wrapped: Uint8Array, now: Date): Buffer {
  const known = importTokens.get(Buffer.from(token).toString("base64"));
  if (!known) throw new AwsError("InvalidImportTokenException", "The import token is not valid for this key.");
  if (known.validTo <= now) throw new AwsError("ExpiredImportTokenException", "The import token has expired.");
  const bytes = unwrap(wrapped, known.algorithm, known.wrappingKey);
  if (!bytes) throw invalidCiphertext();
  return bytes;
}

/** Reads material: raw bytes, or a private key in DER as PKCS #8. Throws IncorrectKeyMaterialException for another kind. */
export function importedSecret(shape: MaterialShape, bytes: Buffer): KeyObject {
  const secret = shape.type === "secret" ? createSecretKey(bytes) : privateKeyOf(bytes);
  if (secret && hasShape(secret, shape)) return secret;
  throw incorrectMaterial("The key material does not match the key spec of the KMS key.");
}

/**
 * Checks that material may be imported into this key: material that it has had before, or new material as the first or,
 * for a symmetric key, the next. The first message is recorded, the others are not.
 */
export function checkImport(
  key: KmsKey,
  id: string,
  stated: { ImportType?: ImportType; KeyMaterialId?: string },
): void {
  const { materials, spec } = key;
  const isFirst = materials.versions.length === 0;
  const { ImportType: type = isFirst ? "NEW_KEY_MATERIAL" : "EXISTING_KEY_MATERIAL" } = stated;
  if (stated.KeyMaterialId !== undefined && stated.KeyMaterialId !== id) {
    throw incorrectMaterial("The key material is not that with the given id.");
  }
  const isKnown = isKnownTo(key, id);
  if (key.multiRegionType === "REPLICA" ? !isKnown : type === "EXISTING_KEY_MATERIAL" && !isKnown) {
    throw incorrectMaterial("The key material was not imported into this key before.");
  }
  if (type === "EXISTING_KEY_MATERIAL" || isFirst) return;
  if (isKnown || spec !== "SYMMETRIC_DEFAULT") throw incorrectMaterial("The key cannot take this as new key material.");
  if (!materials.pending) return;
  throw new AwsError(
    "KMSInvalidStateException",
    `New key material (id: ${id}) cannot be imported into KMS key ${key.arn}, because another key material (id: ${materials.pending.id}) is pending rotation.`,
  );
}

/** A replica takes what its primary has. */
function isKnownTo({ materials, related }: KmsKey, id: string): boolean {
  return materials.find(id) !== undefined || related?.primary?.materials.find(id) !== undefined;
}

function hasShape(key: KeyObject, shape: MaterialShape): boolean {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (shape.type) {
    case "secret":
      return key.symmetricKeySize === shape.bytes;
    case "rsa":
      return key.asymmetricKeyType === "rsa" && modulusLength === shape.modulusBits;
    case "ec":
      return key.asymmetricKeyType === "ec" && namedCurve === opensslNames[shape.curve];
    case "ed25519":
      return key.asymmetricKeyType === "ed25519";
  }
}

/** What node:crypto calls the curves that it takes under their usual names. */
const opensslNames: Readonly<Record<string, string>> = {
  "P-256": "prime256v1",
  "P-384": "secp384r1",
  "P-521": "secp521r1",
  secp256k1: "secp256k1",
};

function privateKeyOf(bytes: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey({ key: bytes, type: "pkcs8", format: "der" });
  } catch {
    return undefined;
  }
}

function incorrectMaterial(message: string): AwsError {
  return new AwsError("IncorrectKeyMaterialException", message);
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
