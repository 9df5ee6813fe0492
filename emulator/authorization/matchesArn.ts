import { matchesPattern } from "./matchesPattern.ts";

/**
 * Whether an ARN matches the pattern of an ARN condition: each of the six colon-separated parts on its own, so that no
 * wildcard reaches over a colon but in the last part. `*` alone matches everything.
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === "*") return true;
  // Most patterns of most policies are about another service.
  const wanted = arnParts(pattern);
  const found = arnParts(arn);
  // What is no ARN (`*`, for operations without a resource) is matched as a whole.
  if (wanted.length < 6 || found.length < 6) return matchesPattern(pattern, arn);
  return wanted.every((part, index) => matchesPattern(part, found[index] ?? ""));
}

/** The sixth part may contain colons itself. */
function arnParts(text: string): string[] {
  const parts = text.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
