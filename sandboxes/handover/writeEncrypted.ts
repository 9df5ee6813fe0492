import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { randomText } from "../roster/randomText.ts";
import { unambiguous } from "../roster/unambiguous.ts";
import { readArchivePasswords, writeArchivePasswords, type ArchivePassword } from "./archivePasswords.ts";
import { fingerprint } from "./fingerprint.ts";
import type { HandOutSource } from "./handOutSource.ts";
import { passwordsFile } from "./passwordsFile.ts";
import { clearFiles, type Handed } from "./writeClear.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/** How what is handed out is encrypted. */
export type Encryption =
  /** For the public keys of age. */
  | { readonly kind: "age"; readonly recipients: readonly string[] }
  /** With a password for each archive. */
  | { readonly kind: "password" };

/** 20 characters out of 31 make 99 bits: nobody tries them all. */
const passwordLength = 20;

/** Where a sandbox is written to, encrypted. */
export function encryptedPath(out: string, lease: string, { kind }: Encryption): string {
  return join(out, `${lease}.${kind === "age" ? "age" : "zip"}`);
}

/**
 * Writes what is handed out of a sandbox as one encrypted file: a zip archive that age has encrypted, or one with a password, which the list of passwords then has.
 *
 * @param out the folder
 * @returns the path of the file
 * @throws UserError where a file is in the way.
 */
export async function writeEncrypted(
  { out, encryption }: { readonly out: string; readonly encryption: Encryption },
  handed: Handed,
  source: HandOutSource,
  files: WrittenFiles,
): Promise<string> {
  const { id } = handed.lease;
  const path = encryptedPath(out, id, encryption);
  const sandboxes = { [id]: fingerprint(handed.credentials) };
  const contents = clearFiles(handed, source);
  // Loaded only where they are used: every command of sandboxes would wait for them.
  const { zipOf } = await import("./zipOf.ts");
  await files.refuseForeign(path);
  await files.makeFolder(out);
  if (encryption.kind === "age") {
    const { sealForAge } = await import("./sealForAge.ts");
    const sealed = await sealForAge(await zipOf(id, contents), encryption.recipients);
    await files.write({ path, kind: "age", sandboxes }, sealed);
    return path;
  }
  const password = randomText(passwordLength, unambiguous);
  const classPath = source.folder.path;
  const others = knownPasswords(classPath).filter(({ archive }) => archive !== path);
  // Before the archive: an archive whose password nobody knows would open to nobody.
  await writeArchivePasswords([...others, { sandbox: id, archive: path, password }], classPath, files);
  await files.write({ path, kind: "archive", sandboxes }, await zipOf(id, contents, password));
  return path;
}

function knownPasswords(classPath: string): readonly ArchivePassword[] {
  const passwords = readArchivePasswords(classPath);
  if (passwords) return passwords;
  throw new UserError(
    `${passwordsFile(classPath)} was changed, and is no list of passwords any more.`,
    "Move it away, and hand all sandboxes out again: their archives get new passwords.",
  );
}
