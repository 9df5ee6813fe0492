import { conditionKeyPrefixes } from "./conditionKeyPrefixes.ts";
import { conditionKeys } from "./conditionKeys.ts";

const served: ReadonlySet<string> = new Set(Object.keys(conditionKeys));
const known: ReadonlySet<string> = new Set(Object.values(conditionKeys).flatMap((keys) => keys.map(lower)));
const knownPrefixes = conditionKeyPrefixes.map(lower);

/**
 * Whether the engine evaluates this condition key; case does not matter. The keys of services that are not served are
 * rightly missing from every request, and so are those of identity providers (`token.actions.githubusercontent.com:sub`): a
 * policy may hold any of them. A policy with an unknown `aws:` key, or an unknown key of a service that is served, is refused
 * when it is written: it would be evaluated as if the key were missing, which is not what its author means.
 */
export function supportedConditionKey(key: string): boolean {
  const name = lower(key);
  const service = ownerOf(name);
  if (service === undefined) return false;
  if (!served.has(service)) return true;
  return known.has(name) || knownPrefixes.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}

/**
 * The service or identity provider whose key it is, in lower case; `undefined` if the key has none.
 * Source: IAM's answer "Actions/Conditions must be prefaced by a vendor".
 */
function ownerOf(name: string): string | undefined {
  return /^([a-z0-9][a-z0-9./_-]*):./.exec(name)?.[1];
}

function lower(text: string): string {
  return text.toLowerCase();
}
