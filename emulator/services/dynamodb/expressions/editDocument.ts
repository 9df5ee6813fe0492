import { validationException } from "../errors.ts";
import { attributeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";
import type { DocumentPath } from "./documentPath.ts";

/** What becomes of a value that may be missing; nothing means that it is removed. */
export type Edit = (old: AttributeValue | undefined) => AttributeValue | undefined;

/**
 * An item with one place changed; the given one stays as it is. An element behind the end of a list is appended.
 * Throws ValidationException if the way to the place does not exist.
 */
export function editDocument(item: Item, [name, ...steps]: DocumentPath, edit: Edit): Item {
  return withMember(item, name, editValue(attributeOf(item, name), steps, edit));
}

function editValue(
  value: AttributeValue | undefined,
  [step, ...rest]: readonly (string | number)[],
  edit: Edit,
): AttributeValue | undefined {
  if (step === undefined) return edit(value);
  if (typeof step === "string") {
    if (!value?.M) throw invalidPath();
    return { M: withMember(value.M, step, editValue(attributeOf(value.M, step), rest, edit)) };
  }
  if (!value?.L) throw invalidPath();
  return { L: withElement(value.L, step, editValue(value.L[step], rest, edit)) };
}

function withMember(item: Item, name: string, value: AttributeValue | undefined): Record<string, AttributeValue> {
  if (value) return { ...item, [name]: value };
  return Object.fromEntries(Object.entries(item).filter(([other]) => other !== name));
}

function withElement(list: readonly AttributeValue[], index: number, value: AttributeValue | undefined) {
  if (!value) return list.filter((_, other) => other !== index);
  return index < list.length ? list.map((element, other) => (other === index ? value : element)) : [...list, value];
}

function invalidPath() {
  return validationException("The document path provided in the update expression is invalid for update");
}
