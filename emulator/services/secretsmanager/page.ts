import { AwsError } from "../../awsError.ts";

/** How a request asks for one page of a list. */
export interface PageRequest {
  /** Default: 100, which is also the most. Source: Secrets Manager API Reference, ListSecrets. */
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/**
 * One page of a list. The token names the last item shown by `idOf`, so that what is added or deleted behind it moves
 * nothing. Throws InvalidNextTokenException for a token that leads nowhere.
 */
export function page<Item>(
  all: readonly Item[],
  idOf: (item: Item) => string,
  { MaxResults = 100, NextToken }: PageRequest,
): { items: Item[]; nextToken?: string } {
  const start = NextToken === undefined ? 0 : positionAfter(all.map(idOf), NextToken);
  const items = all.slice(start, start + MaxResults);
  const last = items.at(-1);
  const isLast = start + MaxResults >= all.length;
  return { items, nextToken: last === undefined || isLast ? undefined : Buffer.from(idOf(last)).toString("base64url") };
}

function positionAfter(ids: readonly string[], token: string): number {
  const index = ids.indexOf(Buffer.from(token, "base64url").toString("utf8"));
  if (index >= 0) return index + 1;
  throw new AwsError("InvalidNextTokenException", "The NextToken value is invalid.");
}
