import type { AttributeValue } from "../values/attributeValue.ts";
import type { Placeholders } from "./placeholders.ts";
import type { TokenStream } from "./tokenStream.ts";

/** Takes a `:value`. One that is not defined is a problem, and `NULL` stands in for it. */
export function readValue(
  tokens: TokenStream,
  placeholders: Placeholders,
  problems: { add(kind: "attributeValue", message: string): void },
): AttributeValue {
  if (tokens.peek().kind !== "value") throw tokens.unexpected();
  const { text } = tokens.take();
  const value = placeholders.value(text);
  if (!value) {
    problems.add(
      "attributeValue",
      `An expression attribute value used in expression is not defined; attribute value: ${text}`,
    );
  }
  return value ?? { NULL: true };
}
