import type { AttemptByHand } from "../../catalogue/byHand/attempts.ts";

/** What came of an attempt at a shell. */
export interface Tried {
  readonly exitCode: number;
  readonly stderr: string;
}

/** Lines of shell that make attempts one after the other, whatever comes of them, and print what came of each. */
export function tryingLines(attempts: readonly AttemptByHand[]): readonly string[] {
  const lines = attempts.flatMap((attempt) => [
    "{",
    ...(attempt.lines.length === 0 ? ["true"] : attempt.lines),
    '} > /dev/null 2> "$FOLDER/stderr"',
    'echo "tried: $?"',
    'cat "$FOLDER/stderr"',
  ]);
  return ["set +e", ...lines, "set -e"];
}

/** What {@link tryingLines} have printed. */
export function readTried(stdout: string): readonly Tried[] {
  const [, ...parts] = stdout.split(/^tried: /m);
  return parts.map((part) => ({ exitCode: Number.parseInt(part, 10), stderr: part.replace(/^\d+\n/, "") }));
}

/** What has come otherwise than its expectation says; none if all is well. */
export function surprisesIn(attempts: readonly AttemptByHand[], tried: readonly Tried[]): readonly string[] {
  return attempts.flatMap(({ expectation: { action, outcome, principal }, lines }, index) => {
    const { exitCode = -1, stderr = "nothing came of it" } = tried[index] ?? {};
    if (lines.length === 0) return [];
    const isAsWanted =
      outcome.kind === "allowed" ? exitCode === 0 && stderr === "" : exitCode > 0 && codeOf(outcome).test(stderr);
    return isAsWanted ? [] : [`${principal}, ${action.attempt}: ${exitCode} ${stderr}\n${lines.join("\n")}`];
  });
}

/** Services call a denial differently; and the SDK puts `Exception` to names of errors that are called without it. */
function codeOf(outcome: Exclude<AttemptByHand["expectation"]["outcome"], { kind: "allowed" }>): RegExp {
  if (outcome.kind === "denied") return /\((AccessDenied|AccessDeniedException|UnauthorizedOperation)\)/;
  return new RegExp(`\\(${outcome.code.replace(/Exception$/, "")}(Exception)?\\)`);
}
