import { validationException } from "../errors.ts";
import { typeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";
import { textOf } from "../values/compareValues.ts";
import { calculate } from "../values/number.ts";
import { valueAt, type DocumentPath } from "./documentPath.ts";
import { editDocument, type Edit } from "./editDocument.ts";
import type { SetOperand, UpdateAction } from "./updateExpression.ts";

/**
 * An item after an update. All actions see the item as it was. Throws ValidationException for what does not fit the item.
 * Source: DynamoDB Developer Guide, "Using update expressions in DynamoDB"; messages: dynalite's recordings.
 */
export function applyUpdate(item: Item, actions: readonly UpdateAction[]): Item {
  const edits = actions.map((action) => ({ path: action.path, edit: editOf(item, action) }));
  const isRemoval = ({ path, edit }: { readonly path: DocumentPath; readonly edit: Edit }) =>
    edit(valueAt(item, path)) === undefined;
  // Positions in lists are those of the item as it was: elements are appended from the lowest position on, and removed
  // from the highest on, at the end.
  const changes = edits.filter((change) => !isRemoval(change)).sort((a, b) => comparePaths(a.path, b.path));
  const removals = edits.filter(isRemoval).sort((a, b) => comparePaths(b.path, a.path));
  return [...changes, ...removals].reduce((changed, { path, edit }) => editDocument(changed, path, edit), item);
}

function comparePaths(left: DocumentPath, right: DocumentPath): number {
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (step === other || other === undefined) continue;
    if (typeof step === "number" && typeof other === "number") return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return 0;
}

function editOf(item: Item, action: UpdateAction): Edit {
  switch (action.kind) {
    case "SET": {
      const value = resolve(item, action.operand);
      return () => value;
    }
    case "REMOVE":
      return () => undefined;
    case "ADD":
      return (old) => added(old, action.value);
    case "DELETE":
      return (old) => old && deleted(old, action.value);
  }
}

function resolve(item: Item, operand: SetOperand): AttributeValue {
  switch (operand.kind) {
    case "value":
      return operand.value;
    case "path": {
      const value = valueAt(item, operand.path);
      if (value) return value;
      throw validationException("The provided expression refers to an attribute that does not exist in the item");
    }
    case "if_not_exists":
      return valueAt(item, operand.path) ?? resolve(item, operand.otherwise);
    case "list_append": {
      const { L: first } = resolve(item, operand.left);
      const { L: second } = resolve(item, operand.right);
      if (!first || !second) throw wrongType();
      return { L: [...first, ...second] };
    }
    default: {
      const { N: left } = resolve(item, operand.left);
      const { N: right } = resolve(item, operand.right);
      if (left === undefined || right === undefined) throw wrongType();
      return { N: calculate(left, operand.kind, right) };
    }
  }
}

/** A sum, or the union of two sets. */
function added(old: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (old && typeOf(old) !== typeOf(value)) throw wrongType();
  if (value.N !== undefined) return { N: calculate(old?.N ?? "0", "+", value.N) };
  if (!old) return value;
  const { SS, NS, BS } = value;
  if (SS && old.SS) return { SS: [...new Set([...old.SS, ...SS])] };
  if (NS && old.NS) return { NS: [...new Set([...old.NS, ...NS])] };
  const known = new Set(old.BS?.map(textOf));
  return { BS: [...(old.BS ?? []), ...(BS ?? []).filter((bytes) => !known.has(textOf(bytes)))] };
}

/** The difference of two sets; nothing, if it is empty. */
function deleted(old: AttributeValue, value: AttributeValue): AttributeValue | undefined {
  if (typeOf(old) !== typeOf(value)) throw wrongType();
  const SS = old.SS?.filter((text) => !value.SS?.includes(text));
  if (SS && SS.length > 0) return { SS };
  const NS = old.NS?.filter((number) => !value.NS?.includes(number));
  if (NS && NS.length > 0) return { NS };
  const gone = new Set(value.BS?.map(textOf));
  const BS = old.BS?.filter((bytes) => !gone.has(textOf(bytes)));
  return BS && BS.length > 0 ? { BS } : undefined;
}

function wrongType() {
  return validationException("An operand in the update expression has an incorrect data type");
}
