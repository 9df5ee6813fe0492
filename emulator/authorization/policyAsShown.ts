import type { Instance } from "../instance.ts";
import type { Policy } from "./policy.ts";
import { principalResolver } from "./principalResolver.ts";

/**
 * A policy of a resource as AWS shows it: as it was written, but users and roles that are gone appear under their unique ids,
 * even if they have namesakes now. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function policyAsShown(instance: Instance, { text, statements }: Policy): string {
  const resolve = principalResolver(instance);
  const gone = new Map<unknown, string>();
  for (const stated of statements.flatMap(({ principals }) => principals)) {
    if (stated.kind !== "arn" || stated.uniqueId === undefined) continue;
    if (resolve(stated.arn) !== stated.uniqueId) gone.set(stated.arn, stated.uniqueId);
  }
  if (gone.size === 0) return text;
  const shown = (name: unknown) => gone.get(name) ?? name;
  const revive = (element: string, value: unknown): unknown => {
    if (element !== "AWS") return value;
    return Array.isArray(value) ? value.map(shown) : shown(value);
  };
  return JSON.stringify(JSON.parse(text, revive));
}
