import type { ExpectationChecked } from "../events.ts";
import { failureLines } from "../text/failureLines.ts";
import { observed } from "../text/observed.ts";
import { printable } from "../text/printable.ts";
import type { Mishap, TestCase } from "./testCase.ts";

/** An expectation as a test case: `phase: principal can attempt`. */
export function expectationCase(check: ExpectationChecked): TestCase {
  const { phase, principal, attempt, expected, milliseconds } = check;
  const name = printable(`${phase}: ${principal} ${expected === "denied" ? "cannot" : "can"} ${attempt}`);
  return { name, milliseconds, mishap: mishapOf(check) };
}

function mishapOf(check: ExpectationChecked): Mishap | undefined {
  const { verdict, reason } = check;
  if (verdict === "passed") return undefined;
  return {
    // What is inconclusive has proven nothing: as `skipped` it would look harmless.
    as: verdict === "failed" ? "failure" : "error",
    type: verdict,
    message: printable(`${observed(check)}${reason === undefined ? "" : `: ${reason}`}`),
    text: failureLines(check).join("\n"),
  };
}
