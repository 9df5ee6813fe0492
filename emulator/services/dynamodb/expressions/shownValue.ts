import { typeOf, type AttributeValue } from "../values/attributeValue.ts";

/** As AWS shows a value of a request in its messages: `{S:text}`. */
export function shownValue(value: AttributeValue): string {
  const type = typeOf(value);
  const shown = value.B ? Buffer.from(value.B).toString("base64") : value[type];
  return `{${type}:${typeof shown === "string" ? shown : JSON.stringify(shown)}}`;
}
