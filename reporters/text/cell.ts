import type { ExpectationChecked } from "../events.ts";
import type { Colors } from "../screen.ts";
import { because } from "./observed.ts";

/** A cell of the access matrix: what came of an attempt, coloured by the verdict, which is in words if not as expected. */
export function cell(check: ExpectationChecked, colors: Colors): string {
  const what = { allowed: "✔", denied: "✘", error: "?" }[check.observed];
  const verdict = check.verdict === "passed" ? "" : ` ${check.verdict.toUpperCase()}`;
  const paint = { passed: colors.green, failed: colors.red, inconclusive: colors.yellow }[check.verdict];
  return paint(`${what}${because(check)}${verdict}`);
}
