import { tokenize, type Token } from "./expressions/tokenize.ts";

/** The names that placeholders (`#name`) stand for. */
export type AttributeNames = Readonly<Record<string, string>>;

/** Words of expressions that are no names. Functions are told by the bracket that follows them. */
const keywords: ReadonlySet<string> = new Set(["and", "or", "not", "between", "in", "set", "remove", "add", "delete"]);

/**
 * The top-level attributes that expressions name, also those of an expression that is refused later.
 * Source: DynamoDB Developer Guide, "Using expressions in DynamoDB".
 */
export function attributesOf(expressions: readonly (string | undefined)[], names: AttributeNames = {}): string[] {
  return expressions.flatMap((expression = "") => {
    const tokens = tokenize(expression);
    return tokens
      .filter((token, index) => beginsPath(token, tokens[index - 1], tokens[index + 1]))
      .map(({ text }) => nameOf(text, names));
  });
}

function beginsPath({ kind, text }: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (before?.text === ".") return false;
  if (kind === "name") return true;
  return kind === "word" && after?.text !== "(" && !keywords.has(text.toLowerCase());
}

function nameOf(text: string, names: AttributeNames): string {
  return Object.hasOwn(names, text) ? (names[text] ?? text) : text;
}
