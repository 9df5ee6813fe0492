/**
 * In what an answer differs from a recorded one, in sentences. In recordings a `<placeholder:1>` stands for a text, the same
 * one wherever it appears, and a `<placeholder>` without a number for any text of its kind; `datetime` stands for a time,
 * and words like `ciphertext-blob` for base64.
 */
export function differences(recorded: unknown, actual: unknown): string[] {
  const found: string[] = [];
  compare(recorded, actual, "", new Map(), found);
  return found;
}

function compare(
  recorded: unknown,
  actual: unknown,
  path: string,
  meanings: Map<string, string>,
  found: string[],
): void {
  if (isObject(recorded) && isObject(actual)) {
    const expected = new Map(Object.entries(recorded));
    // What boto3 repeats beside `Error`.
    if ("Error" in recorded) expected.delete("message");
    const given = new Map(Object.entries(actual));
    for (const name of new Set([...expected.keys(), ...given.keys()])) {
      compare(expected.get(name), given.get(name), path === "" ? name : `${path}.${name}`, meanings, found);
    }
    return;
  }
  if (recorded === undefined) found.push(`${path}: not recorded, answered ${JSON.stringify(actual)}`);
  else if (actual === undefined) found.push(`${path}: recorded ${JSON.stringify(recorded)}, not answered`);
  else if (!alike(recorded, actual, meanings)) {
    found.push(`${path}: recorded ${JSON.stringify(recorded)}, answered ${JSON.stringify(actual)}`);
  }
}

function alike(recorded: unknown, actual: unknown, meanings: Map<string, string>): boolean {
  if (recorded === "datetime") return typeof actual === "number";
  if (typeof recorded !== "string" || typeof actual !== "string") return recorded === actual;
  if (base64Words.has(recorded)) return /^[A-Za-z0-9+/]+={0,2}$/.test(actual);
  const names = recorded.match(placeholder) ?? [];
  const pattern = recorded.split(placeholder).map(escape).join("(.+)");
  const texts = new RegExp(`^${pattern}$`, "s").exec(actual)?.slice(1);
  return texts !== undefined && names.every((name, index) => means(name, texts[index] ?? "", meanings));
}

const base64Words = new Set([
  "ciphertext-blob",
  "import-token",
  "plaintext",
  "private-key-ciphertext-blob",
  "private-key-plaintext",
  "public-key",
  "shared-secret",
]);

const placeholder = /<[a-z-]+(?::\d+)?>/g;

function means(name: string, text: string, meanings: Map<string, string>): boolean {
  if (!name.includes(":")) return true;
  const known = meanings.get(name) ?? text;
  meanings.set(name, known);
  return known === text;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
