import { matchesPattern } from "../matchesPattern.ts";

/**
 * Whether an ARN matches a pattern: each of the six parts between colons by itself, with `*` and `?`. Only the last part may
 * contain colons. Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 * A pattern of `*` alone matches every ARN; the documentation does not say so.
 */
export function matchesArn(arn: string, pattern: string): boolean {
  const parts = partsOf(arn);
  if (!parts) return false;
  if (pattern === "*") return true;
  const patterns = partsOf(pattern);
  return patterns?.every((part, index) => matchesPattern(part, parts[index] ?? "")) ?? false;
}

/** The six parts of an ARN; `undefined` for what has fewer. */
function partsOf(arn: string): string[] | undefined {
  const parts = arn.split(":");
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
