import type { Element } from "hast";
import { h } from "hastscript";
import type { PhaseRecord, ScenarioRecord } from "../runRecord.ts";
import { changesText } from "../text/changesText.ts";
import { duration } from "../text/duration.ts";
import { problemText } from "../text/problemText.ts";
import { accessMatrix } from "./accessMatrix.ts";
import type { Anchored } from "./anchors.ts";
import { auditTable } from "./auditTable.ts";
import { expectationDetails } from "./expectationDetails.ts";
import { outcomeMark } from "./outcomeMark.ts";
import { attemptText } from "./overview.ts";
import { policies } from "./policies.ts";

/** The run of a scenario: what it teaches, who acts, and phase by phase what came of it. */
export function scenarioSection({ anchor, run }: Anchored): Element {
  const { started, phases, ended } = run;
  const outcome = ended?.outcome ?? "cut short";
  const area = started.scenario.split("/")[0];
  const isFlaky = started.attempt > 1 && outcome === "passed";
  return h(
    "section",
    { id: anchor, class: "scenario", "data-outcome": isFlaky ? "flaky" : outcome, "data-area": area, tabIndex: -1 },
    [
      h("h2", null, [
        outcomeMark(outcome),
        ` ${started.scenario}${attemptText(started.attempt, started.repetition)} `,
        h("a", { href: `#${anchor}`, class: "link", "aria-label": `Link to ${anchor}` }, "#"),
      ]),
      h("p", { class: "title" }, started.title),
      h("p", null, started.lesson),
      about(run),
      ...troubles(run),
      ...phases.flatMap((phase, index) =>
        phaseSection(phase, `${anchor}/${index + 1}`, standingPolicies(phases, index)),
      ),
      ...started.limits.map((limit) => h("p", { class: "dim" }, `Limit: ${limit}`)),
    ],
  );
}

function about({ started, ended }: ScenarioRecord): Element {
  const facts = [
    ["Workshop", started.workshop],
    ["Who acts", started.principals.map(({ name, title }) => `${name}: ${title}`).join("; ")],
    ["Cost on AWS", started.cost],
    ["Took", ended === undefined ? "cut short" : duration(ended.milliseconds)],
    ...(ended?.pendingKeys ?? []).map(({ arn, deletionDate, windowInDays }) => [
      "Key pending deletion",
      `${arn}, ${deletionDate === undefined ? `${windowInDays} days after the last of its replicas` : `on ${deletionDate.slice(0, 10)}`}`,
    ]),
  ];
  return h(
    "dl",
    null,
    facts.flatMap(([name, value]) => [h("dt", null, name), h("dd", null, value)]),
  );
}

function troubles({ ended }: ScenarioRecord): Element[] {
  return [
    ...(ended?.problems ?? []).map((problem) => h("pre", { class: "trouble", tabIndex: 0 }, problemText(problem))),
    ...(ended?.leftovers ?? []).map((leftover) => h("p", { class: "trouble" }, `Left behind: ${leftover}`)),
  ];
}

/** Those of the last deployment up to a phase. */
function standingPolicies(phases: readonly PhaseRecord[], index: number) {
  return (
    phases.slice(0, index + 1).findLast(({ deployed }) => deployed?.policies !== undefined)?.deployed?.policies ?? []
  );
}

function phaseSection(
  { name, deployed, checks, audited }: PhaseRecord,
  anchor: string,
  standing: Parameters<typeof policies>[0],
): Element[] {
  return [
    h("h3", { id: anchor, tabIndex: -1 }, [
      name,
      " ",
      h("a", { href: `#${anchor}`, class: "link", "aria-label": `Link to the phase ${name}` }, "#"),
    ]),
    ...(deployed === undefined
      ? []
      : [h("p", { class: "dim" }, `Deployed in ${duration(deployed.milliseconds)}: ${changesText(deployed.changes)}`)]),
    ...(checks.length === 0 ? [h("p", { class: "dim" }, "Nothing was tried.")] : [accessMatrix(checks, anchor)]),
    ...checks.map((check, index) => expectationDetails(check, `${anchor}/${index + 1}`)),
    ...[policies(standing, checks), auditTable(audited?.events ?? [])].filter((part) => part !== undefined),
  ];
}
