import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { mapMembers } from "../mapMembers.ts";
import { isRecord } from "../protocols/validate.ts";
import { SeedError } from "./seedError.ts";

/** A plain value as DynamoDB has it. Throws a SeedError for what has no such form, such as a number that is none. */
export function attributeValue(value: unknown, path: readonly (string | number)[]): AttributeValue {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number" && Number.isFinite(value)) return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map((item, index) => attributeValue(item, [...path, index])) };
  if (isRecord(value)) return { M: attributeValues(value, path) };
  throw new SeedError(path, "An attribute is a text, a number, a boolean, null, a list or a mapping.");
}

/** An item, or a mapping within one. */
export function attributeValues(
  values: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): Record<string, AttributeValue> {
  return mapMembers(values, (value, name) => attributeValue(value, [...path, name]));
}
