import type { Problem, ScenarioEnded } from "../events.ts";
import { isUnsupported } from "../isUnsupported.ts";
import { outcomeText } from "../outcomeText.ts";
import type { ScenarioRecord } from "../runRecord.ts";
import { printable, printableLines } from "../text/printable.ts";
import { problemText } from "../text/problemText.ts";
import { expectationCase } from "./expectationCase.ts";
import type { Mishap, TestCase } from "./testCase.ts";

/** The test cases of a scenario: its expectations, what broke outside of them, and whether something is left behind. */
export function scenarioCases({ phases, ended }: ScenarioRecord): TestCase[] {
  const expectations = phases.flatMap(({ checks }) => checks.map(expectationCase));
  if (ended?.outcome === "skipped") {
    const why = printable(ended.problems.map(({ message }) => message).join(" "));
    const end = isUnsupported(ended) ? leftoversCases(ended) : [];
    const skipped = wholeScenario({ as: "skipped", type: outcomeText(ended), message: why, text: why });
    return withDistinctNames([...expectations, skipped, ...end]);
  }
  const isCutShort = ended === undefined || ended.outcome === "interrupted";
  return withDistinctNames([
    ...expectations,
    ...(isCutShort ? [wholeScenario(cutShort)] : []),
    ...(ended?.problems ?? []).map(problemCase),
    ...(ended === undefined ? [] : leftoversCases(ended)),
  ]);
}

/** A scenario whose turn did not come. */
export function notRunCase(): TestCase {
  const message = "the run ended before its turn";
  return wholeScenario({ as: "skipped", type: "not run", message, text: message });
}

const cutShort: Mishap = {
  as: "error",
  type: "interrupted",
  message: "the run was cut short",
  text: "The run was cut short: what is missing here was not tried.",
};

function wholeScenario(mishap: Mishap): TestCase {
  return { name: "the scenario runs to its end", milliseconds: 0, mishap };
}

function problemCase(problem: Problem): TestCase {
  const { stage, phase, resource, message } = problem;
  const where = `${phase === undefined ? "" : `${phase}: `}${stage}${resource === undefined ? "" : ` of ${resource}`}`;
  const text = printableLines(problemText(problem)).join("\n");
  return {
    name: printable(where),
    milliseconds: 0,
    mishap: { as: "error", type: stage, message: printableLines(message)[0] ?? "", text },
  };
}

/** Where the end itself broke, that nothing was found proves nothing. */
function leftoversCases({ leftovers, problems }: ScenarioEnded): TestCase[] {
  const name = "teardown: nothing is left behind";
  if (leftovers.length === 0) {
    const isProven = problems.every(({ stage }) => stage !== "destruction" && stage !== "clean-up");
    return isProven ? [{ name, milliseconds: 0 }] : [];
  }
  const text = leftovers.map(printable).join("\n");
  const message = `${leftovers.length} left behind`;
  return [{ name, milliseconds: 0, mishap: { as: "failure", type: "left behind", message, text } }];
}

/** Those who show reports take two cases of one name for the same. */
function withDistinctNames(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((testCase) => {
    const times = (seen.get(testCase.name) ?? 0) + 1;
    seen.set(testCase.name, times);
    return times === 1 ? testCase : { ...testCase, name: `${testCase.name} (${times})` };
  });
}
