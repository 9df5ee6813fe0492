import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type { AttributeValue };

/** An item, or a key, or the members of a map. Attributes may have any name, `__proto__` too: read with {@link attributeOf}. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** In the order in which DynamoDB looks for the type of a value. */
export const attributeTypes = ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"] as const;

export type AttributeType = (typeof attributeTypes)[number];

/** The type of a value that has been parsed, which has exactly one. */
export function typeOf(value: AttributeValue): AttributeType {
  const type = attributeTypes.find((candidate) => value[candidate] !== undefined);
  if (!type) throw new Error("A parsed attribute value has no type.");
  return type;
}

/** An attribute by its name, or nothing. */
export function attributeOf(item: Item, name: string): AttributeValue | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** An item that has of another only the attributes of these names. */
export function pickAttributes(item: Item, names: readonly string[]): Record<string, AttributeValue> {
  const picked = names.flatMap((name) => {
    const value = attributeOf(item, name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(picked);
}
