import { expect } from "chai";
import type { ChecksumAlgorithm } from "../../../../../emulator/services/s3/checksums/checksum.ts";
import { computeChecksum } from "../../../../../emulator/services/s3/checksums/computeChecksum.ts";

/** The published check values: those of the digits `123456789`, and of no bytes. Source: catalogue of CRC algorithms; FIPS 180-4. */
const known: readonly { readonly algorithm: ChecksumAlgorithm; readonly text: string; readonly hex: string }[] = [
  { algorithm: "CRC32", text: "123456789", hex: "cbf43926" },
  { algorithm: "CRC32", text: "", hex: "00000000" },
  { algorithm: "CRC32C", text: "123456789", hex: "e3069283" },
  { algorithm: "CRC32C", text: "", hex: "00000000" },
  { algorithm: "CRC64NVME", text: "123456789", hex: "ae8b14860a799888" },
  { algorithm: "CRC64NVME", text: "", hex: "0000000000000000" },
  { algorithm: "SHA1", text: "abc", hex: "a9993e364706816aba3e25717850c26c9cd0d89d" },
  { algorithm: "SHA256", text: "abc", hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
];

describe("A checksum of S3", () => {
  for (const { algorithm, text, hex } of known) {
    it(`by ${algorithm} of '${text}' is ${hex}`, () => {
      const value = computeChecksum(algorithm, Buffer.from(text));
      expect(Buffer.from(value, "base64").toString("hex")).to.equal(hex);
    });
  }
});
