import type { ExpectationChecked } from "../events.ts";
import { printable } from "./printable.ts";

/** Which expectation it is, in one line: `kms/first-key: the user encrypts: user can Encrypt key`. */
export function expectationText(
  expectation: Pick<ExpectationChecked, "scenario" | "phase" | "principal" | "attempt" | "expected">,
): string {
  const { scenario, phase, principal, attempt, expected } = expectation;
  return printable(`${scenario}: ${phase}: ${principal} ${expected === "denied" ? "cannot" : "can"} ${attempt}`);
}
