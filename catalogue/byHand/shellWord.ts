import type { Placeholders } from "./placeholders.ts";

/** As records write a made-up id: `<Key key>`. */
const anyPlaceholder = /<[A-Z]\w* [^<>]+>/;

/**
 * Text as one word of a POSIX shell, with variables for the placeholders in it. Throws an Error for a placeholder that no
 * variable stands for.
 */
export function shellWord(text: string, placeholders: Placeholders): string {
  const word = pieces(text, [...placeholders.keys()])
    .map((piece) => {
      const variable = placeholders.get(piece);
      return variable === undefined ? quoted(piece) : `"$${variable}"`;
    })
    .join("");
  return word === "" ? "''" : word;
}

function pieces(text: string, separators: readonly string[]): string[] {
  const [separator, ...others] = separators;
  if (separator === undefined) return [text];
  return text.split(separator).flatMap((part, index) => [...(index === 0 ? [] : [separator]), ...pieces(part, others)]);
}

function quoted(text: string): string {
  const unknown = anyPlaceholder.exec(text);
  if (unknown !== null) throw new Error(`Nothing that is made by hand has the id ${unknown[0]}.`);
  // Within single quotes a shell takes everything as it is, but for the single quote itself.
  return /^[\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
