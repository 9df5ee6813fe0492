import type { AttributeValue } from "../values/attributeValue.ts";
import type { DocumentPath } from "./documentPath.ts";

/** What `SET` gives an attribute. */
export type SetOperand =
  | { readonly kind: "path"; readonly path: DocumentPath }
  | { readonly kind: "value"; readonly value: AttributeValue }
  | { readonly kind: "if_not_exists"; readonly path: DocumentPath; readonly otherwise: SetOperand }
  | { readonly kind: "list_append" | "+" | "-"; readonly left: SetOperand; readonly right: SetOperand };

/** One change of an item. */
export type UpdateAction =
  | { readonly kind: "SET"; readonly path: DocumentPath; readonly operand: SetOperand }
  | { readonly kind: "REMOVE"; readonly path: DocumentPath }
  | { readonly kind: "ADD" | "DELETE"; readonly path: DocumentPath; readonly value: AttributeValue };

/** The paths that an update reads or writes. */
export function pathsOfUpdate(actions: readonly UpdateAction[]): DocumentPath[] {
  return actions.flatMap((action) => [action.path, ...(action.kind === "SET" ? pathsOfOperand(action.operand) : [])]);
}

function pathsOfOperand(operand: SetOperand): DocumentPath[] {
  switch (operand.kind) {
    case "path":
      return [operand.path];
    case "value":
      return [];
    case "if_not_exists":
      return [operand.path, ...pathsOfOperand(operand.otherwise)];
    default:
      return [...pathsOfOperand(operand.left), ...pathsOfOperand(operand.right)];
  }
}
