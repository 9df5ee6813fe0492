import { createHash, createSecretKey, type KeyObject } from "node:crypto";
import type { ExpirationModelType, RotationType } from "@aws-sdk/client-kms";
import type { RandomSource } from "../../randomSource.ts";

/** How material came to be the current one in the place of other material. */
export interface Rotation {
  readonly date: Date;
  readonly type: RotationType;
}

/** What the importer said of imported material. */
export interface ImportTerms {
  readonly expirationModel: ExpirationModelType;
  /** From when on it is gone; only for material that expires. */
  readonly validTo?: Date;
  readonly description?: string;
}

/** One version of a key's material. What was encrypted under it needs this very version. */
export interface KeyMaterial {
  /** 64 hexadecimal digits; AWS calls it `KeyMaterialId`. */
  readonly id: string;
  /** The secret key, or the private key of a pair. Absent where imported material was deleted or has expired. */
  readonly secret?: KeyObject;
  /** Absent for a key's first material. */
  readonly rotation?: Rotation;
  /** Absent for material that KMS made. */
  readonly imported?: ImportTerms;
}

/** Material with its secret at hand. */
export type PresentMaterial = KeyMaterial & { readonly secret: KeyObject };

/** Material that KMS makes; its id says nothing about it. */
export function newKeyMaterial(secret: KeyObject, random: RandomSource): PresentMaterial {
  return { id: random.bytes(32).toString("hex"), secret };
}

/** Makes material for AES-256. */
export function newSymmetricMaterial(random: RandomSource): PresentMaterial {
  return newKeyMaterial(createSecretKey(random.bytes(32)), random);
}

/**
 * The id of imported material: the same material gets the same id in the same key, and in the keys of other regions that
 * are related to it, so that an id is enough to tell whether material is imported again.
 */
export function importedMaterialId(keyId: string, bytes: Uint8Array): string {
  return createHash("sha256").update(`${keyId}\n`).update(bytes).digest("hex");
}
