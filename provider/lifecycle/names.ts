import { createHash, randomBytes } from "node:crypto";
import type { Failure } from "../errors.ts";
import type { AutoName, Resource } from "../resource.ts";
import { UNKNOWN } from "../values.ts";
import type { Properties, Value } from "../values.ts";

/** The input in which a state lists the inputs that the provider, not the program, has chosen; the official provider's word. */
export const DEFAULTS = "__defaults";

const DIGITS = 7;

/** Who asks for a name: the resource's URN, and a seed that makes the answer repeatable; empty if there is none. */
export interface NameRequest {
  readonly urn: string;
  readonly randomSeed: Uint8Array;
}

/**
 * The name for a resource that the program has not named, or a failure if there is no room for one. A name that was
 * chosen before is kept.
 */
export function automaticName(autoName: AutoName, olds: Properties, request: NameRequest): string | Failure {
  const { input = "name", isLowerCase = false, maxLength } = autoName;
  const before = olds[input];
  if (isAutomatic(olds, input) && typeof before === "string") {
    return before;
  }
  const logicalName = request.urn.slice(request.urn.lastIndexOf("::") + 2);
  const prefix = autoName.prefix ?? "";
  const stem = logicalName.startsWith(prefix) ? logicalName : prefix + logicalName;
  const name = `${isLowerCase ? stem.toLowerCase() : stem}-${hexDigits(request)}`;
  if (name.length > maxLength) {
    const reason = `the automatic name "${name}" is longer than ${maxLength} characters; give a name`;
    return { property: input, reason };
  }
  return name;
}

/** The input that names a resource. */
export function nameInput({ autoName }: Resource): string {
  return autoName?.input ?? "name";
}

/** Whether the name among these inputs was chosen by the provider. */
function isAutomatic(inputs: Properties, input: string): boolean {
  const chosen = inputs[DEFAULTS];
  return Array.isArray(chosen) && chosen.includes(input);
}

/** Whether a new resource would have the name of the old one, so that the old one must go first. */
export function namesCollide(resource: Resource, olds: Properties, news: Properties): boolean {
  const input = nameInput(resource);
  const name = news[input];
  return input in resource.inputs && isNamed(name) && olds[input] === name && !isAutomatic(news, input);
}

function isNamed(name: Value | undefined): boolean {
  return name !== undefined && name !== UNKNOWN;
}

function hexDigits({ urn, randomSeed }: NameRequest): string {
  const seed = randomSeed.length > 0 ? randomSeed : randomBytes(32);
  return createHash("sha256").update(seed).update(urn).digest("hex").slice(0, DIGITS);
}
