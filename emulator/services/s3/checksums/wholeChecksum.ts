import type { Checksum, ChecksumAlgorithm } from "./checksum.ts";
import { computeChecksum } from "./computeChecksum.ts";

/** The checksum of a whole content. */
export function wholeChecksum(algorithm: ChecksumAlgorithm, content: Uint8Array): Checksum {
  return { algorithm, value: computeChecksum(algorithm, content), type: "FULL_OBJECT" };
}
