import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/**
 * AES with keys of 256 bits, as WinZip specifies it ("AES Encryption Information", AE-2): 7-Zip, WinZip and libarchive open it, Info-ZIP's `unzip` and the
 * Explorer of Windows do not. What those open, ZipCrypto, protects nothing.
 */
const aes256 = 3;

/**
 * Files as a zip archive, in a folder in it.
 *
 * @param files texts, by their names
 * @param password encrypts what is in the files, and not their names. Absent: nothing is encrypted
 */
export async function zipOf(
  folder: string,
  files: Readonly<Record<string, string>>,
  password?: string,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    ...(password !== undefined && { password, encryptionStrength: aes256 }),
  });
  for (const [name, text] of Object.entries(files)) await writer.add(`${folder}/${name}`, new TextReader(text));
  return writer.close();
}
