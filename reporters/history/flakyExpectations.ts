import type { ScenarioRecord } from "../runRecord.ts";
import type { ToldRun } from "../toldRun.ts";
import type { FlakyExpectation } from "./history.ts";

/** The expectations that passed and did not pass among runs on the same target, attempts that were tried again among them. */
export function flakyExpectations(runs: readonly ToldRun[]): FlakyExpectation[] {
  const found = new Map<string, FlakyExpectation>();
  for (const { started, scenarios } of runs) {
    for (const { key, expectation, isPassed } of scenarios.flatMap(verdicts)) {
      const { name: target } = started.target;
      const id = JSON.stringify([target, key]);
      const before = found.get(id) ?? { target, ...expectation, passed: 0, notPassed: 0 };
      const passed = before.passed + (isPassed ? 1 : 0);
      found.set(id, { ...before, passed, notPassed: before.notPassed + (isPassed ? 0 : 1) });
    }
  }
  return [...found.values()].filter(({ passed, notPassed }) => passed > 0 && notPassed > 0);
}

/** In a phase the same may be tried several times: the first is compared with the first. */
function verdicts({ phases }: ScenarioRecord) {
  return phases.flatMap(({ checks }) => {
    const seen = new Map<string, number>();
    return checks.map(({ scenario, phase, principal, attempt, expected, verdict }) => {
      const expectation = { scenario, phase, principal, attempt, expected };
      const name = JSON.stringify(expectation);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { key: `${name} ${times}`, expectation, isPassed: verdict === "passed" };
    });
  });
}
