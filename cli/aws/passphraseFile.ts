import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makePrivateFolder, writeProblem } from "../keylabFolder.ts";

/**
 * The file with the passphrase that encrypts the secrets in the state of `pulumi up`; made at first use, for the user
 * alone.
 *
 * @throws UserError when it cannot be written.
 */
export async function passphraseFile(keylabFolder: string): Promise<string> {
  const path = join(keylabFolder, "passphrase");
  await makePrivateFolder(keylabFolder);
  try {
    await writeFile(path, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return path;
    throw writeProblem(path, error) ?? error;
  }
  return path;
}
