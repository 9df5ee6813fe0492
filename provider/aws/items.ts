import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { mapProperties } from "../values.ts";

/** Binary values are base64 in JSON. */
const binary = z.base64().transform((text) => Buffer.from(text, "base64"));

/** A value of an item in DynamoDB's own JSON, e.g. `{"S": "a text"}`. */
const attributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ B: binary }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ BS: z.array(binary) }),
    z.strictObject({ M: z.record(z.string(), attributeValue) }),
    z.strictObject({ L: z.array(attributeValue) }),
    z.strictObject({ NULL: z.boolean() }),
    z.strictObject({ BOOL: z.boolean() }),
  ]),
);

/** An item: its attributes by name. */
export type Item = Record<string, AttributeValue>;

const item = z.record(z.string(), attributeValue);

/** Whether a text is an item in DynamoDB's own JSON. */
export function isItem(text: string): boolean {
  try {
    return item.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** @throws z.ZodError or SyntaxError when the text is not an item in DynamoDB's own JSON */
export function readItem(text: string): Item {
  return item.parse(JSON.parse(text));
}

/** An item as JSON text, binary values in base64. */
export function writeItem(value: Item): string {
  return JSON.stringify(mapProperties(value, toJson));
}

/** An attribute of a key as text: binary values in base64, texts and numbers as they are. */
export function keyText({ B, N, S }: AttributeValue): string {
  return B === undefined ? (S ?? N ?? "") : base64(B);
}

function toJson(value: AttributeValue): unknown {
  if (value.B !== undefined) {
    return { B: base64(value.B) };
  }
  if (value.BS !== undefined) {
    return { BS: value.BS.map(base64) };
  }
  if (value.L !== undefined) {
    return { L: value.L.map(toJson) };
  }
  return value.M === undefined ? value : { M: mapProperties(value.M, toJson) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
