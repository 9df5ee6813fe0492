import { createSecretKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { RandomSource } from "../../randomSource.ts";
import type { MaterialShape } from "./keyKinds.ts";

const generate = promisify(generateKeyPair);

/**
 * Makes a secret key, or the private key of a new pair. Pairs are made beside the event loop: an RSA key takes up to
 * seconds. Their randomness is node:crypto's own, which takes no other source.
 */
export async function generateSecret(shape: MaterialShape, random: RandomSource): Promise<KeyObject> {
  switch (shape.type) {
    case "secret":
      return createSecretKey(random.bytes(shape.bytes));
    case "rsa":
      return (await generate("rsa", { modulusLength: shape.modulusBits })).privateKey;
    case "ec":
      return (await generate("ec", { namedCurve: shape.curve })).privateKey;
    case "ed25519":
      return (await generate("ed25519")).privateKey;
  }
}
