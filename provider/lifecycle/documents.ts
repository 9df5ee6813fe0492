import type { Resource } from "../resource.ts";
import { Secret, UNKNOWN, containsSecret, containsUnknown, isList, reveal } from "../values.ts";
import type { Properties, Value } from "../values.ts";

/**
 * Inputs in which JSON documents are text, also where the program gave an object, as the official provider does it. What is
 * not wholly known yet is not known as text.
 */
export function withDocuments({ documents = [] }: Resource, inputs: Properties): Properties {
  const written: Record<string, Value> = { ...inputs };
  for (const name of documents) {
    const given = inputs[name];
    if (given !== undefined && isObject(given)) {
      written[name] = textOf(given);
    }
  }
  return written;
}

function isObject(value: Value): boolean {
  return value instanceof Secret ? isObject(value.value) : typeof value === "object" && !isList(value);
}

function textOf(document: Value): Value {
  if (containsUnknown(document)) {
    return UNKNOWN;
  }
  const text = JSON.stringify(reveal(document));
  return containsSecret(document) ? new Secret(text) : text;
}
