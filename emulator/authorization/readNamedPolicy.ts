import type { NamedPolicy } from "./accessRequest.ts";
import { parsePolicy, PolicyError, type PolicyKind } from "./policy.ts";

/** Reads a policy that is known by a name. Throws a PolicyError that says the name. */
export function readNamedPolicy(name: string, text: string, kind: PolicyKind): NamedPolicy {
  try {
    return { name, policy: parsePolicy(text, kind) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new PolicyError(error.reason, `${name}: ${error.message}`, error.principal);
  }
}
