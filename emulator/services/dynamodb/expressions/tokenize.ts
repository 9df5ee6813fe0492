/** A piece of an expression. */
export interface Token {
  readonly kind: "word" | "name" | "value" | "number" | "symbol" | "end";
  readonly text: string;
  /** Where it begins and ends in the expression. */
  readonly start: number;
  readonly end: number;
}

/** Words, `#names`, `:values`, whole numbers, and symbols; any other character is a symbol that no rule knows. */
const pieces = /\s*(?:([A-Za-z_]\w*)|(#\w+)|(:\w+)|(\d+)|(<=|>=|<>|[^\s]))/gy;

/** Cuts an expression into tokens; the last one is the end. Nothing is refused here. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: whole, 1: word, 2: name, 3: value, 4: number, 5: symbol = "", index } of expression.matchAll(
    pieces,
  )) {
    const text = word ?? name ?? value ?? number ?? symbol;
    const end = index + whole.length;
    tokens.push({ kind: kindOf({ word, name, value, number }), text, start: end - text.length, end });
  }
  const { end = 0 } = tokens.at(-1) ?? {};
  tokens.push({ kind: "end", text: "<EOF>", start: end, end });
  return tokens;
}

function kindOf(found: Readonly<Record<"word" | "name" | "value" | "number", string | undefined>>): Token["kind"] {
  if (found.word !== undefined) return "word";
  if (found.name !== undefined) return "name";
  if (found.value !== undefined) return "value";
  return found.number === undefined ? "symbol" : "number";
}
