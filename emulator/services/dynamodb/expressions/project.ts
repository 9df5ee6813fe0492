import { attributeOf, type AttributeValue, type Item } from "../values/attributeValue.ts";
import type { DocumentPath } from "./documentPath.ts";

/** What paths take of a value: all of it, or some members. */
type Selection = "all" | Map<string | number, Selection>;

/** The parts of an item that paths lead to, in the structure that they have there; lists close their gaps. */
export function project(item: Item, paths: readonly DocumentPath[]): Record<string, AttributeValue> {
  const selected = new Map<string | number, Selection>();
  for (const path of paths) select(selected, path);
  return members(item, selected);
}

function select(selected: Map<string | number, Selection>, [step, ...rest]: readonly (string | number)[]): void {
  if (step === undefined) return;
  const known = selected.get(step);
  if (rest.length === 0) {
    selected.set(step, "all");
  } else if (known !== "all") {
    const inner = known ?? new Map<string | number, Selection>();
    selected.set(step, inner);
    select(inner, rest);
  }
}

function members(item: Item, selected: Map<string | number, Selection>): Record<string, AttributeValue> {
  const found = [...selected].flatMap(([step, selection]) => {
    const value = typeof step === "string" ? attributeOf(item, step) : undefined;
    const part = value && partOf(value, selection);
    return part ? [[String(step), part] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Nothing, if there is no such part. */
function partOf(value: AttributeValue, selection: Selection): AttributeValue | undefined {
  if (selection === "all") return value;
  if (value.M) {
    const M = members(value.M, selection);
    return Object.keys(M).length > 0 ? { M } : undefined;
  }
  const L = value.L?.flatMap((element, index) => {
    const inner = selection.get(index);
    return (inner && partOf(element, inner)) ?? [];
  });
  return L && L.length > 0 ? { L } : undefined;
}
