import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { StoredItem, StoredValue } from "dynalite/db/index.js";
import { AwsError } from "../../../awsError.ts";

/**
 * A copy of a request as dynalite takes it: blobs as base64 text.
 * Throws ValidationException for the one name that dynalite would lose.
 */
export function toStored(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(toStored);
  if (typeof value !== "object" || value === null) return value;
  if (Object.hasOwn(value, "__proto__")) {
    throw new AwsError("ValidationException", "The embedded AWS does not carry the attribute name '__proto__'.");
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toStored(member)]));
}

/** An item as dynalite gives it, with its blobs as bytes again. */
export function fromStored(item: StoredItem): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeValue(value)]));
}

function attributeValue({ S, N, B, SS, NS, BS, M, L, NULL, BOOL }: StoredValue): AttributeValue {
  if (S !== undefined) return { S };
  if (N !== undefined) return { N };
  if (B !== undefined) return { B: bytes(B) };
  if (SS !== undefined) return { SS };
  if (NS !== undefined) return { NS };
  if (BS !== undefined) return { BS: BS.map(bytes) };
  if (M !== undefined) return { M: fromStored(M) };
  if (L !== undefined) return { L: L.map(attributeValue) };
  if (BOOL !== undefined) return { BOOL };
  if (NULL !== undefined) return { NULL };
  throw new Error("dynalite has answered an attribute value without a type.");
}

function bytes(base64: string): Uint8Array {
  return Buffer.from(base64, "base64");
}
