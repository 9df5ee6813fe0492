import { conditionKeyPrefixes, conditionKeys } from "./conditionKeys.ts";

const known: ReadonlySet<string> = new Set(Object.values(conditionKeys).flatMap((keys) => keys.map(lower)));
const knownPrefixes = conditionKeyPrefixes.map(lower);

/** What the token of an identity provider says: `<issuer>:aud`. Source: IAM User Guide, "Available keys for AWS OIDC federation". */
const federationKey = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?:(amr|aud|oaud|sub)$/;

/**
 * Whether the engine evaluates this condition key; case does not matter. A policy with any other key is refused when it is
 * written: it would be evaluated as if the key were missing, which is not what its author means.
 */
export function supportedConditionKey(key: string): boolean {
  const name = lower(key);
  return (
    known.has(name) ||
    federationKey.test(name) ||
    knownPrefixes.some((prefix) => name.startsWith(prefix) && name.length > prefix.length)
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
