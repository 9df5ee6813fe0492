import { attributeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";

/** The way to an attribute: its name, then names of map members and positions in lists. */
export type DocumentPath = readonly [string, ...(string | number)[]];

/** As AWS shows a path in its messages: `[a, [0], b]`. */
export function pathText(path: DocumentPath): string {
  return `[${path.map((step) => (typeof step === "number" ? `[${step}]` : step)).join(", ")}]`;
}

/** What is at the end of a path, if anything. */
export function valueAt(item: Item, [name, ...steps]: DocumentPath): AttributeValue | undefined {
  let value = attributeOf(item, name);
  for (const step of steps) value = value && memberOf(value, step);
  return value;
}

/** The member of a map, or the element of a list. */
export function memberOf(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === "number") return value.L?.[step];
  return value.M && attributeOf(value.M, step);
}
