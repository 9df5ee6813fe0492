import { createHash, createPublicKey, sign } from "node:crypto";
import type { RandomSource } from "../../randomSource.ts";

/** What a region signs its digest files with. Source: CloudTrail User Guide, "CloudTrail digest file structure". */
export interface SigningKey {
  /** The public key in the form of PKCS #1, as DER. */
  readonly publicKey: Buffer;
  /** 32 hexadecimal digits. How AWS makes them is not recorded anywhere. */
  readonly fingerprint: string;
  readonly validFrom: Date;
  /** The signature of a text, in hexadecimal digits: SHA-256 with RSA. */
  sign(text: string): string;
}

/** Makes a key pair of RSA with 2,048 bits. */
export async function makeSigningKey(validFrom: Date, random: RandomSource): Promise<SigningKey> {
  const privateKey = await random.privateKey({ type: "rsa", modulusBits: 2048 });
  const publicKey = createPublicKey(privateKey).export({ type: "pkcs1", format: "der" });
  return {
    publicKey,
    fingerprint: createHash("md5").update(publicKey).digest("hex"),
    validFrom,
    sign: (text) => sign("sha256", Buffer.from(text), privateKey).toString("hex"),
  };
}
