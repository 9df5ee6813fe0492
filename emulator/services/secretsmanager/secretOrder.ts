import type { SortByType, SortOrderType } from "@aws-sdk/client-secrets-manager";
import type { Secret } from "./secret.ts";

/** What secrets can be sorted by. Dates are compared as numbers; a secret that was never read comes before all others. */
const keys: Readonly<Record<SortByType, (secret: Secret) => number | string>> = {
  "created-date": ({ createdAt }) => createdAt.getTime(),
  "last-accessed-date": ({ lastAccessedOn }) => lastAccessedOn?.getTime() ?? 0,
  "last-changed-date": ({ lastChangedAt }) => lastChangedAt.getTime(),
  name: ({ name }) => name,
};

/** Secrets in the order that a request asks for; those that are alike stay as they were. Source: API Reference, ListSecrets. */
export function inOrder(
  secrets: readonly Secret[],
  { SortBy = "created-date", SortOrder = "asc" }: { readonly SortBy?: SortByType; readonly SortOrder?: SortOrderType },
): Secret[] {
  const key = keys[SortBy];
  const ascending = secrets.toSorted((one, other) => compare(key(one), key(other)));
  return SortOrder === "desc" ? ascending.reverse() : ascending;
}

function compare(one: number | string, other: number | string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
