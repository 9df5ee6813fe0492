import { unliteral } from "./policyVariables.ts";

/**
 * Whether a text matches a pattern with `*` (any run of characters) and `?` (one character), case-sensitive.
 * Greedy with one point of return: never more than pattern length × text length steps, whatever the pattern.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let retryFrom = 0;
  while (t < text.length) {
    const wanted = pattern.charAt(p);
    if (wanted === "*") {
      star = p++;
      retryFrom = t;
    } else if (p < pattern.length && (wanted === "?" || unliteral(wanted) === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++retryFrom;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
