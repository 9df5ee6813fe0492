import type { ExpectationChecked } from "../events.ts";
import { alignColumns } from "./alignColumns.ts";
import { explanationLines } from "./explanationLines.ts";
import { hidesLayer, observed } from "./observed.ts";
import { printable } from "./printable.ts";

/** All that is known of an expectation that was not met, after a line that names it. */
export function failureLines(check: ExpectationChecked): string[] {
  const { error, reason, explanation } = check;
  const facts = [
    ["phase", check.phase],
    ["expected", check.expected],
    ["observed", `${observed(check)}${hidesLayer(check) ? ", layer not stated" : ""}`],
    ...(reason === undefined ? [] : [["reason", printable(reason)]]),
    ...(error === undefined ? [] : [["AWS said", said(error)]]),
  ];
  const tree = explanation ? explanationLines(explanation, { short: true }) : [];
  const head = `${check.verdict.toUpperCase()} ${check.principal}: ${check.attempt}`;
  return [head, ...indented([...alignColumns(facts), ...tree])];
}

function said({ code, message, requestId }: NonNullable<ExpectationChecked["error"]>): string {
  return printable(`${code}: ${message}${requestId === undefined ? "" : ` (request ${requestId})`}`);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
