import type { DocumentPath } from "./documentPath.ts";
import type { Placeholders } from "./placeholders.ts";
import { reservedWords } from "./reservedWords.ts";
import type { TokenStream } from "./tokenStream.ts";

/** What can be wrong with a path. */
export interface PathProblems {
  add(kind: "reserved" | "attributeName", message: string): void;
}

/** Whether a path can begin here: no keyword of the expression. */
export function isPathNext(tokens: TokenStream, keywords: readonly string[]): boolean {
  const { kind } = tokens.peek();
  return kind === "name" || (kind === "word" && !tokens.isKeyword(...keywords));
}

/** Parses a path, with the names that its placeholders stand for. */
export function parsePath(
  tokens: TokenStream,
  placeholders: Placeholders,
  problems: PathProblems,
  keywords: readonly string[],
): DocumentPath {
  const step = () => {
    if (!isPathNext(tokens, keywords)) throw tokens.unexpected();
    return readName(tokens, placeholders, problems);
  };
  const path: [string, ...(string | number)[]] = [step()];
  for (;;) {
    if (tokens.takeIfSymbol(".")) path.push(step());
    else if (tokens.takeIfSymbol("[")) path.push(readPosition(tokens));
    else return path;
  }
}

function readName(tokens: TokenStream, placeholders: Placeholders, problems: PathProblems): string {
  const { kind, text } = tokens.take();
  if (kind === "word") {
    if (reservedWords.has(text.toUpperCase())) {
      problems.add("reserved", `Attribute name is a reserved keyword; reserved keyword: ${text}`);
    }
    return text;
  }
  const name = placeholders.name(text);
  if (name === undefined) {
    problems.add(
      "attributeName",
      `An expression attribute name used in the document path is not defined; attribute name: ${text}`,
    );
  }
  return name ?? text;
}

function readPosition(tokens: TokenStream): number {
  if (tokens.peek().kind !== "number") throw tokens.unexpected();
  const position = Number(tokens.take().text);
  tokens.expectSymbol("]");
  return position;
}
