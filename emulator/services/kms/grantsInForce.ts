import type { Instance } from "../../instance.ts";
import type { Grant } from "./grant.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * The grants of a key that count for a request: those that are visible, and those whose tokens it carries. What services hold
 * counts at once: they carry the tokens. Source: KMS Developer Guide, "Grant tokens".
 */
export function grantsInForce(
  { visibility }: Pick<Instance, "visibility">,
  { arn, grants }: KmsKey,
  tokens: readonly string[] = [],
): readonly Grant[] {
  const written = [...grants.values()];
  const visible = visibility.see("grants", arn, written) ?? [];
  if (visible === written) return written;
  const atOnce = written.filter((grant) => isOfService(grant) || tokens.some((token) => grant.tokens.has(token)));
  return [...new Set([...visible.filter((grant) => !isOfService(grant)), ...atOnce])];
}

function isOfService({ granteePrincipal }: Grant): boolean {
  return granteePrincipal.endsWith(".amazonaws.com");
}
