import { invalidParameter, validationException } from "../errors.ts";
import type { SetOperand, UpdateAction } from "../expressions/updateExpression.ts";
import { attributeOf, typeOf, type AttributeType, type AttributeValue, type Item } from "../values/attributeValue.ts";
import { parseAttributeValue, type RawValue } from "../values/parseAttributeValue.ts";

/** What `AttributeUpdates` does with one attribute. */
export interface RawUpdate {
  readonly Value?: RawValue;
  readonly Action?: string;
}

const sets: readonly AttributeType[] = ["SS", "NS", "BS"];
const addable: readonly AttributeType[] = ["L", "N", ...sets];

/**
 * The update that the parameter `AttributeUpdates` stands for. Throws ValidationException.
 * Source of rules and messages: dynalite's recordings.
 */
export function legacyUpdates(updates: Readonly<Record<string, RawUpdate>>): UpdateAction[] {
  return Object.entries(updates).map(([name, { Value, Action = "PUT" }]) =>
    actionOf(name, Action, Value && parseAttributeValue(Value)),
  );
}

/** Throws ValidationException if an attribute is of another type than what is added to it or deleted from it. */
export function checkLegacyTypes(item: Item, actions: readonly UpdateAction[]): void {
  for (const action of actions) {
    const value = valueJoined(action);
    const old = attributeOf(item, action.path[0]);
    if (value && old && typeOf(old) !== typeOf(value)) {
      throw validationException("Type mismatch for attribute to update");
    }
  }
}

function actionOf(name: string, action: string, value: AttributeValue | undefined): UpdateAction {
  const path = [name] as const;
  if (!value) {
    if (action === "DELETE") return { kind: "REMOVE", path };
    throw invalidParameter("Only DELETE action is allowed when no attribute value is specified");
  }
  const type = typeOf(value);
  if (action === "DELETE") {
    if (sets.includes(type)) return { kind: "DELETE", path, value };
    throw invalidParameter(`DELETE action with value is not supported for the type ${type}`);
  }
  if (action === "PUT") return { kind: "SET", path, operand: { kind: "value", value } };
  if (!addable.includes(type)) throw invalidParameter(`ADD action is not supported for the type ${type}`);
  return type === "L" ? appended(path, value) : { kind: "ADD", path, value };
}

function appended(path: readonly [string], value: AttributeValue): UpdateAction {
  const nothing: SetOperand = { kind: "value", value: { L: [] } };
  const left: SetOperand = { kind: "if_not_exists", path, otherwise: nothing };
  return { kind: "SET", path, operand: { kind: "list_append", left, right: { kind: "value", value } } };
}

function valueJoined(action: UpdateAction): AttributeValue | undefined {
  if (action.kind === "ADD" || action.kind === "DELETE") return action.value;
  if (action.kind !== "SET" || action.operand.kind !== "list_append") return undefined;
  const { right } = action.operand;
  return right.kind === "value" ? right.value : undefined;
}
