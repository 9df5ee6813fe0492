import { createSecretKey, type KeyObject } from "node:crypto";
import type { RandomSource } from "../../randomSource.ts";
import type { MaterialShape } from "./keyKinds.ts";

/** Makes a secret key, or the private key of a new pair. */
export async function generateSecret(shape: MaterialShape, random: RandomSource): Promise<KeyObject> {
  return shape.type === "secret" ? createSecretKey(random.bytes(shape.bytes)) : random.privateKey(shape);
}
