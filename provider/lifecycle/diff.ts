import type { Resource } from "../resource.ts";
import type { Properties } from "../values.ts";
import { isSame } from "./compare.ts";
import { withDefaults } from "./inputs.ts";
import { namesCollide } from "./names.ts";
import type { Recorded } from "./operations.ts";

/** A changed input: how it changed, and whether that takes a new resource. */
export interface Change {
  readonly kind: "add" | "update" | "delete";
  readonly replaces: boolean;
}

/** What stands between the recorded inputs of a resource and the wanted ones. */
export interface Difference {
  readonly changes: ReadonlyMap<string, Change>;
  readonly deleteBeforeReplace: boolean;
}

/**
 * Compares the recorded inputs of a resource with the wanted ones, by meaning. Unknown counts as changed. Where AWS chose
 * for the program so far, its choice, which the recorded state tells, is what is compared.
 */
export function diff(resource: Resource, recorded: Pick<Recorded, "inputs" | "state">, news: Properties): Difference {
  const was = withDefaults(resource, { ...choicesOf(resource, recorded.state), ...recorded.inputs });
  const willBe = withDefaults(resource, news);
  const changes = new Map<string, Change>();
  for (const name of Object.keys(resource.inputs)) {
    const isLeftToAws = willBe[name] === undefined && isComputed(resource, name);
    if (!isLeftToAws && !isSame(resource, name, was[name], willBe[name])) {
      const replaces = resource.replaceOnChanges.includes(name);
      changes.set(name, { kind: kindOf(was[name], willBe[name]), replaces });
    }
  }
  const isReplaced = [...changes.values()].some((change) => change.replaces);
  const mustGoFirst = resource.deleteBeforeReplace === true || namesCollide(resource, recorded.inputs, news);
  return { changes, deleteBeforeReplace: isReplaced && mustGoFirst };
}

function choicesOf(resource: Resource, state: Properties): Properties {
  return Object.fromEntries(Object.entries(state).filter(([name]) => isComputed(resource, name)));
}

function isComputed(resource: Resource, name: string): boolean {
  return resource.computed?.includes(name) ?? false;
}

function kindOf(was: unknown, willBe: unknown): Change["kind"] {
  if (was === undefined) {
    return "add";
  }
  return willBe === undefined ? "delete" : "update";
}
