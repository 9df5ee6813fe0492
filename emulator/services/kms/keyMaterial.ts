import type { RandomSource } from "../../randomSource.ts";

/** One version of a key's material. What was encrypted under it needs this very version. */
export interface KeyMaterial {
  /** 64 hexadecimal digits; AWS calls it `KeyMaterialId`. */
  readonly id: string;
  /** The 256-bit AES key. */
  readonly secret: Buffer;
}

/** Makes material for AES-256. */
export function newKeyMaterial(random: RandomSource): KeyMaterial {
  return { id: random.bytes(32).toString("hex"), secret: random.bytes(32) };
}
