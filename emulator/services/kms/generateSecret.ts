import { createPrivateKey, createSecretKey, type KeyObject } from "node:crypto";
import type { RandomSource } from "../../randomSource.ts";
import type { MaterialShape } from "./keyKinds.ts";

/** Makes a secret key, or the private key of a new pair. */
export async function generateSecret(shape: MaterialShape, random: RandomSource): Promise<KeyObject> {
  if (shape.type === "secret") return createSecretKey(random.bytes(shape.bytes));
  return createPrivateKey({ key: await random.privateKey(shape), type: "pkcs8", format: "der" });
}
