import type { Resource } from "../resource.ts";
import { Secret, UNKNOWN, containsSecret, reveal, toProperties } from "../values.ts";
import type { Properties, Value } from "../values.ts";
import { isSame } from "./compare.ts";
import { withDefaults } from "./inputs.ts";

/**
 * The state of a resource that the engine records: its inputs with their defaults, and what AWS says of it, even if that
 * is "nothing". Where both mean the same, the program's wording stays. What the type calls secret, and what was given as
 * a secret, is secret.
 */
export function recordedState(resource: Resource, inputs: Properties, answer: object): Properties {
  const wanted = toProperties(withDefaults(resource, inputs));
  const actual = toProperties(answer);
  const state: Record<string, Value> = {};
  for (const name of Object.keys({ ...wanted, ...answer })) {
    const keepsWording = !(name in answer) || isSame(resource, name, wanted[name], actual[name]);
    const value = keepsWording ? (wanted[name] ?? actual[name]) : actual[name];
    if (value !== undefined) {
      const isSecret = (resource.secrets?.includes(name) ?? false) || containsSecret(inputs[sourceOf(name)]);
      state[name] = isSecret ? new Secret(value) : value;
    }
  }
  return state;
}

/** The state to expect of a resource that is not made yet: whatever AWS will decide is unknown. */
export function expectedState(resource: Resource, inputs: Properties): Properties {
  const computed = (resource.computed ?? []).filter((name) => inputs[name] === undefined);
  const unknown = Object.fromEntries([...Object.keys(resource.outputs), ...computed].map((name) => [name, UNKNOWN]));
  return recordedState(resource, inputs, { ...unknown, ...foreseen(resource, inputs) });
}

/** The state to expect of a resource after an update: as it is, with the inputs that are wanted. */
export function expectedUpdate(resource: Resource, state: Properties, inputs: Properties): Properties {
  return { ...state, ...recordedState(resource, inputs, foreseen(resource, inputs)) };
}

/**
 * The inputs of a resource as AWS has them: what the program gave, corrected where AWS says otherwise, and what differs
 * from its default. Where the program gave nothing at all (an import), AWS's choices count as inputs too.
 */
export function actualInputs(resource: Resource, inputs: Properties, state: Properties): Properties {
  const isImport = Object.keys(inputs).length === 0;
  const expected = withDefaults(resource, inputs);
  const actual = new Map(Object.entries(inputs));
  for (const name of Object.keys(resource.inputs)) {
    const value = state[name];
    const isLeftToAws = !isImport && inputs[name] === undefined && (resource.computed?.includes(name) ?? false);
    if (value === undefined) {
      actual.delete(name);
    } else if (!isLeftToAws && !isSame(resource, name, expected[name], reveal(value))) {
      actual.set(name, value);
    }
  }
  return Object.fromEntries(actual);
}

/** With the provider's default tags already among the tags, all tags are known beforehand. */
function foreseen(resource: Resource, inputs: Properties): object {
  const isTagged = "tagsAll" in resource.outputs;
  return isTagged ? { tagsAll: reveal(inputs.tags ?? {}) } : {};
}

/** The input whose secrecy an output shares. */
function sourceOf(name: string): string {
  return name === "tagsAll" ? "tags" : name;
}
