import type { AttributeValue } from "../values/attributeValue.ts";
import type { DocumentPath } from "./documentPath.ts";

export type Comparator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A function with what it is called with. `size` gives a value; the others are conditions. */
export interface FunctionCall {
  readonly kind: "function";
  readonly name: string;
  readonly operands: readonly Operand[];
}

/** What conditions compare. */
export type Operand =
  | { readonly kind: "path"; readonly path: DocumentPath }
  | { readonly kind: "value"; readonly value: AttributeValue }
  | FunctionCall;

/** A condition, a filter or a key condition, without brackets and placeholders. */
export type Condition =
  | FunctionCall
  | {
      readonly kind: "comparison";
      readonly comparator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: "between"; readonly operand: Operand; readonly lower: Operand; readonly upper: Operand }
  | { readonly kind: "in"; readonly operand: Operand; readonly candidates: readonly Operand[] }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly condition: Condition };

/** The operands of a condition, from left to right, those of its parts included. */
export function operandsOf(condition: Condition): Operand[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return [...operandsOf(condition.left), ...operandsOf(condition.right)];
    case "not":
      return operandsOf(condition.condition);
    case "comparison":
      return [condition.left, condition.right];
    case "between":
      return [condition.operand, condition.lower, condition.upper];
    case "in":
      return [condition.operand, ...condition.candidates];
    case "function":
      return [...condition.operands];
  }
}

/** The paths that a condition names. */
export function pathsOf(condition: Condition): DocumentPath[] {
  return operandsOf(condition).flatMap(pathsOfOperand);
}

function pathsOfOperand(operand: Operand): DocumentPath[] {
  if (operand.kind === "path") return [operand.path];
  return operand.kind === "function" ? operand.operands.flatMap(pathsOfOperand) : [];
}
