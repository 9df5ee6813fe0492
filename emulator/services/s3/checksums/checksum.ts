/** The algorithms whose checksums are computed here. */
export type ChecksumAlgorithm = "CRC32" | "CRC32C" | "CRC64NVME" | "SHA1" | "SHA256";

/** A checksum, in base64. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
  /** Whether it is that of the whole content, or of the checksums of its parts; `-3` then ends the value of three parts. */
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

/** Where requests and answers hold checksums. */
export interface ChecksumMembers {
  readonly ChecksumCRC32?: string;
  readonly ChecksumCRC32C?: string;
  readonly ChecksumCRC64NVME?: string;
  readonly ChecksumSHA1?: string;
  readonly ChecksumSHA256?: string;
}

/** A checksum as requests and answers hold it. */
export function checksumMembers({ algorithm, value }: Pick<Checksum, "algorithm" | "value">): ChecksumMembers {
  return { [`Checksum${algorithm}`]: value };
}
