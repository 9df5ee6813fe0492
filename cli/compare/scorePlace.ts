import type { ExpectationChecked } from "../../reporters/events.ts";
import type { ScenarioRecord } from "../../reporters/runRecord.ts";
import type { ToldRun } from "../../reporters/toldRun.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { PlaceResult, ScenarioResult, Score } from "./comparison.ts";

type Kind = ExpectationChecked["expected"];

/** How a place has decided in a run of scenarios. */
export function scorePlace(
  place: string,
  scenarios: readonly Scenario[],
  { scenarios: records }: ToldRun,
): PlaceResult {
  const results = scenarios.map((scenario) =>
    resultOf(
      scenario,
      records.find(({ started }) => started.scenario === scenario.id),
    ),
  );
  const checks = records.flatMap(checksOf);
  const score = (kind: Kind, isRight: (check: ExpectationChecked) => boolean): Score => {
    const tried = checks.filter(({ expected }) => expected === kind);
    return { right: tried.filter(isRight).length, tried: tried.length, all: countOf(scenarios, kind) };
  };
  const count = (...states: ScenarioResult["state"][]) => results.filter(({ state }) => states.includes(state)).length;
  return {
    place,
    scenarios: {
      carried: count("as AWS", "otherwise"),
      unsupported: count("unsupported"),
      skipped: count("skipped"),
      broken: count("broken"),
    },
    allowed: score("allowed", isPassed),
    refused: {
      ...score("denied", ({ observed }) => observed === "denied"),
      forTheReason: score("denied", isPassed).right,
    },
    errors: score("error", isPassed),
    results,
    ...problemOf(results, records),
  };
}

/** A place that could not be compared at all. */
export function notCompared(place: string, scenarios: readonly Scenario[], problem: string): PlaceResult {
  const none = (kind: Kind): Score => ({ right: 0, tried: 0, all: countOf(scenarios, kind) });
  return {
    place,
    problem,
    scenarios: { carried: 0, unsupported: 0, skipped: 0, broken: 0 },
    allowed: none("allowed"),
    refused: { ...none("denied"), forTheReason: 0 },
    errors: none("error"),
    results: [],
  };
}

function resultOf(scenario: Scenario, record: ScenarioRecord | undefined): ScenarioResult {
  const checks = record === undefined ? [] : checksOf(record);
  const right = checks.filter(isPassed).length;
  const all = scenario.phases.reduce((sum, { expect }) => sum + expect.length, 0);
  const facts = { scenario: scenario.id, right, tried: checks.length, all };
  const wrong = checks.find((check) => !isPassed(check));
  return {
    ...facts,
    state: stateOf(record, facts),
    ...(checks.length < all && { reason: reasonOf(record) }),
    ...(wrong && { firstWrong: `${wrong.principal}: ${wrong.attempt}: ${wrong.reason ?? wrong.verdict}` }),
    leftovers: record?.ended?.leftovers ?? [],
  };
}

function stateOf(
  record: ScenarioRecord | undefined,
  { right, tried, all }: Pick<ScenarioResult, "right" | "tried" | "all">,
): ScenarioResult["state"] {
  if (record?.ended?.unsupported === true) return "unsupported";
  if (record?.ended?.outcome === "skipped") return "skipped";
  if (tried < all) return "broken";
  return right === all ? "as AWS" : "otherwise";
}

function reasonOf(record: ScenarioRecord | undefined): string {
  const [problem] = record?.ended?.problems ?? [];
  return problem?.message.split("\n")[0] ?? "its turn did not come";
}

/** Where nothing could even be begun. */
function problemOf(results: readonly ScenarioResult[], records: readonly ScenarioRecord[]) {
  const problems = records.flatMap(({ ended }) => ended?.problems ?? []);
  const isUseless = results.every(({ state, tried }) => tried === 0 && (state === "broken" || state === "skipped"));
  const first = problems.find(({ stage }) => stage === "preparation");
  return isUseless && first !== undefined ? { problem: first.message } : {};
}

function countOf(scenarios: readonly Scenario[], kind: Kind): number {
  const expectations = scenarios.flatMap(({ phases }) => phases.flatMap(({ expect }) => expect));
  return expectations.filter(({ outcome }) => outcome.kind === kind).length;
}

function checksOf({ phases }: ScenarioRecord): readonly ExpectationChecked[] {
  return phases.flatMap(({ checks }) => checks);
}

function isPassed({ verdict }: ExpectationChecked): boolean {
  return verdict === "passed";
}
