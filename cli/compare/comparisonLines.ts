import { alignColumns } from "../../reporters/text/alignColumns.ts";
import { printable } from "../../reporters/text/printable.ts";
import type { Comparison, PlaceResult, ScenarioResult, Score } from "./comparison.ts";

/** A comparison for people: a row for each place, then where they differ from AWS. */
export function comparisonLines({ places, scenarios }: Comparison): string[] {
  const head = [
    "Place",
    "Carried",
    "Unsupported",
    "Skipped",
    "Broken",
    "Allowed as AWS",
    "Refused as AWS",
    "For its reason",
    "Fails as AWS",
    "Not tried",
  ];
  return [
    ...alignColumns([head, ...places.map((place) => row(place, scenarios.length))]),
    ...problemLines(places),
    ...differenceLines(places, scenarios),
  ];
}

function row({ place, problem, scenarios, allowed, refused, errors }: PlaceResult, all: number): string[] {
  if (problem !== undefined) return [printable(place), "could not be compared"];
  const { carried, unsupported, skipped, broken } = scenarios;
  const notTried = [allowed, refused, errors].reduce((sum, score) => sum + score.all - score.tried, 0);
  return [
    printable(place),
    `${carried} of ${all}`,
    ...[unsupported, skipped, broken].map(String),
    scoreText(allowed),
    scoreText(refused),
    `${refused.forTheReason} of ${refused.right}`,
    scoreText(errors),
    String(notTried),
  ];
}

function scoreText({ right, tried }: Score): string {
  return `${right} of ${tried}`;
}

function problemLines(places: readonly PlaceResult[]): string[] {
  const lines = places.flatMap(({ place, problem }) => (problem === undefined ? [] : `${place}: ${problem}`));
  return lines.length === 0 ? [] : ["", ...lines.map(printable)];
}

function differenceLines(places: readonly PlaceResult[], scenarios: readonly string[]): string[] {
  const compared = places.filter(({ problem }) => problem === undefined);
  const blocks = scenarios.flatMap((id) => {
    const told = compared.flatMap(({ place, results }) =>
      results.filter(({ scenario }) => scenario === id).map((result) => ({ place, result })),
    );
    if (told.every(({ result }) => result.state === "as AWS" && result.leftovers.length === 0)) return [];
    const rows = told.map(({ place, result }) => [`  ${printable(place)}`, resultText(result)]);
    return ["", id, ...alignColumns(rows)];
  });
  return blocks.length === 0 ? [] : ["", "Not as on AWS, with the first thing that was not:", ...blocks];
}

function resultText({ state, right, tried, all, reason, firstWrong, leftovers }: ScenarioResult): string {
  const left = leftovers.length === 0 ? "" : `; ${leftovers.length} left behind`;
  if (state === "as AWS") return `as AWS${left}`;
  const count = tried === 0 ? "" : `, ${right} right of ${tried} tried`;
  const how = tried === all ? `${right} right of ${all}` : `${state}${count}`;
  // What broke a scenario is often only what was decided wrongly before.
  const why = state === "broken" ? (firstWrong ?? reason) : (reason ?? firstWrong);
  return printable(`${how}: ${why ?? ""}${left}`);
}
