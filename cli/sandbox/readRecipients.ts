import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Encrypter } from "age-encryption";
import { UserError } from "../../errors/userError.ts";

/** What public keys of age begin with. */
const recipientBeginning = "age1";
/** What secret ones begin with. */
const identity = /^AGE-(?:SECRET-KEY|PLUGIN)-/i;

/**
 * Public keys of age, as they are given or as files have them: one a line, with `#` before remarks.
 *
 * @throws UserError for what is neither a public key nor a file of them, and for a secret key, which is not shown again.
 */
export async function readRecipients(values: readonly string[], workingFolder: string): Promise<readonly string[]> {
  const recipients: string[] = [];
  for (const value of values) {
    if (value.startsWith(recipientBeginning)) recipients.push(checked(value, "--age"));
    else if (identity.test(value)) throw isSecret("--age");
    else recipients.push(...(await readFileOf(resolve(workingFolder, value), value)));
  }
  return [...new Set(recipients)];
}

async function readFileOf(path: string, value: string): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UserError(
      `${JSON.stringify(value)} is no public key of age, and no file that can be read.`,
      "Give public keys, which begin with age1, or a file of them after --age, and the names of sandboxes before it.",
    );
  });
  const lines = text.split("\n").map((line) => line.trim());
  const keys = lines.flatMap((line, index) =>
    line === "" || line.startsWith("#") ? [] : [checked(line, `${path}, line ${index + 1}`)],
  );
  if (keys.length > 0) return keys;
  throw new UserError(`${path} has no public key of age.`, "Write one a line: they begin with age1.");
}

function checked(recipient: string, where: string): string {
  if (identity.test(recipient)) throw isSecret(where);
  try {
    new Encrypter().addRecipient(recipient);
    return recipient;
  } catch {
    throw new UserError(
      `${where}: ${JSON.stringify(recipient)} is no public key of age.`,
      "Give what age-keygen calls the public key: it begins with age1. Keys of SSH and of plugins are not taken.",
    );
  }
}

function isSecret(where: string): UserError {
  return new UserError(
    `${where}: there is a secret key of age, which nobody but its owner may know.`,
    "Give the public key, which begins with age1: age-keygen -y shows it. Whoever has seen the secret key can read what is encrypted for it.",
  );
}
