import { matchesArn } from "./matchesArn.ts";
import { matchesPattern } from "./matchesPattern.ts";

/**
 * Whether an ARN matches a pattern of `Resource`: as in conditions, but a `*` that ends a part may stand for further parts,
 * too, so that `arn:aws:logs:*:log-group:app` leaves region and account open.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */
export function matchesResourceArn(pattern: string, arn: string): boolean {
  return matchesArn(pattern, arn) || (pattern.includes("*:") && matchesOverColons(pattern.split(":"), arn.split(":")));
}

function matchesOverColons(wanted: readonly string[], found: readonly string[]): boolean {
  if (wanted.length < 6) return false;
  const resource = wanted.slice(5).join(":");
  let starts: readonly number[] = [0];
  for (const part of wanted.slice(0, 5)) starts = startsAfter(part, found, starts);
  return starts.some((start) => start < found.length && matchesPattern(resource, found.slice(start).join(":")));
}

/** Where the next part may begin, if this one begins at one of `starts`; nowhere, if it matches at none of them. */
function startsAfter(part: string, found: readonly string[], starts: readonly number[]): number[] {
  const next = starts.filter((start) => matchesPattern(part, found[start] ?? "")).map((start) => start + 1);
  const [first] = next;
  return part.endsWith("*") && first !== undefined ? [...found.keys()].slice(first) : next;
}
