import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { inflateRawSync } from "node:zlib";

/** Thrown for a password that is not the one. */
export class WrongPassword extends Error {}

/**
 * Reads the files of a zip archive with AES by its specification alone, with nothing of the library that has written it.
 *
 * Source: WinZip, "AES Encryption Information: Encryption Specification AE-1 and AE-2", and APPNOTE.TXT of PKWARE for the rest.
 */
export function aeDecrypt(archive: Buffer, password: string): Readonly<Record<string, string>> {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const nameAt = at + 46;
    const extraAt = nameAt + (nameLength ?? 0);
    const name = archive.toString("utf8", nameAt, extraAt);
    const extra = archive.subarray(extraAt, extraAt + (extraLength ?? 0));
    const size = archive.readUInt32LE(at + 20);
    files[name] = decrypted(contentAt(archive, archive.readUInt32LE(at + 42), size), methodOf(extra), password);
    at = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

function contentAt(archive: Buffer, at: number, size: number): Buffer {
  const begin = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  return archive.subarray(begin, begin + size);
}

/** The method of compression, which the extra field 0x9901 tells. Throws an Error for anything but AES of 256 bits. */
function methodOf(extra: Buffer): number {
  for (let at = 0; at < extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x9901) continue;
    if (extra.toString("latin1", at + 6, at + 8) !== "AE" || extra[at + 8] !== 3) break;
    return extra.readUInt16LE(at + 9);
  }
  throw new Error("The file is not encrypted with AES of 256 bits.");
}

function decrypted(content: Buffer, method: number, password: string): string {
  const [salt, verifier] = [content.subarray(0, 16), content.subarray(16, 18)];
  const [data, code] = [content.subarray(18, -10), content.subarray(-10)];
  const keys = pbkdf2Sync(password, salt, 1_000, 66, "sha1");
  if (!timingSafeEqual(keys.subarray(64), verifier)) throw new WrongPassword("The password is another.");
  const expected = createHmac("sha1", keys.subarray(32, 64)).update(data).digest().subarray(0, 10);
  if (!timingSafeEqual(expected, code)) throw new Error("The file was changed.");
  const plain = xor(data, keyStream(keys.subarray(0, 32), data.length));
  return (method === 8 ? inflateRawSync(plain) : plain).toString("utf8");
}

/** AES-CTR whose counter begins with 1 and has its least significant byte first, as OpenSSL's has not. */
function keyStream(key: Buffer, length: number): Buffer {
  const counters = Buffer.alloc(Math.ceil(length / 16) * 16);
  for (let block = 0; block * 16 < length; block++) counters.writeUInt32LE(block + 1, block * 16);
  return createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(counters);
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)));
}
