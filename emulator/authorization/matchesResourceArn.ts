import { matchesArn } from "./matchesArn.ts";
import { matchesPattern } from "./matchesPattern.ts";

/**
 * Whether an ARN matches a pattern of `Resource`: as in conditions, but a `*` that ends a part may stand for further parts,
 * too, so that `arn:aws:logs:*:log-group:app` leaves region and account open.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function matchesResourceArn(pattern: string, arn: string): boolean {
  return matchesArn(pattern, arn) || matchesOverColons(pattern.split(":"), arn.split(":"));
}

function matchesOverColons(wanted: readonly string[], found: readonly string[]): boolean {
  const [head, resource] = [wanted.slice(0, 5), wanted.slice(5).join(":")];
  if (wanted.length < 6 || !head.some((part) => part.endsWith("*"))) return false;
  let starts: ReadonlySet<number> = new Set([0]);
  for (const part of head) starts = new Set([...starts].flatMap((start) => startsAfter(part, found, start)));
  return [...starts].some((start) => start < found.length && matchesPattern(resource, found.slice(start).join(":")));
}

/** Where the next part may begin, if this one begins at `start`; nowhere, if it does not match there. */
function startsAfter(part: string, found: readonly string[], start: number): number[] {
  const text = found[start];
  if (text === undefined || !matchesPattern(part, text)) return [];
  if (!part.endsWith("*")) return [start + 1];
  return [...found.keys()].filter((index) => index > start);
}
