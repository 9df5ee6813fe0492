/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Facts } from "./facts.tsx";
import { Mark } from "./mark.tsx";
import { PhaseSection } from "./phaseSection.tsx";
import { PolicyList } from "./policyList.tsx";
import { ScenarioTime } from "./scenarioTime.tsx";
import { spent } from "./spent.ts";
import { Troubles } from "./troubles.tsx";
import type { ScenarioView } from "./views.ts";

/** A run of a scenario, folded unless it did not pass. */
export function ScenarioArticle({ view }: { readonly view: ScenarioView }): VNode {
  const { anchor, area, outcome, record, phases, policies } = view;
  const { started, ended } = record;
  const run = runText(view);
  return (
    <article class="scenario" id={anchor} data-outcome={outcome} data-area={area} aria-labelledby={`${anchor}/title`}>
      <details open={outcome !== "passed"}>
        <summary>
          <Mark outcome={outcome} />
          <h3 id={`${anchor}/title`}>
            <span class="id">{started.scenario}</span> <span class="title">{started.title}</span>
            {run !== "" && <span class="run"> {run}</span>}
          </h3>
          <span class="count">{countText(view)}</span>
        </summary>
        <div class="body">
          <p class="lesson">{started.lesson}</p>
          <Facts facts={factsOf(view)} />
          {ended && <Troubles ended={ended} />}
          {ended === undefined && <p class="problem">The run was cut short while this scenario ran.</p>}
          <ScenarioTime record={record} />
          {phases.map((phase) => (
            <PhaseSection key={phase.anchor} phase={phase} />
          ))}
          {policies.length > 0 && <PolicyList policies={policies} anchor={anchor} />}
        </div>
      </details>
    </article>
  );
}

/** `repetition 2 of 5, attempt 1 of 2, tried again`; empty for the only run of a scenario. */
function runText({ record: { started, ended }, repetitions, attempts }: ScenarioView): string {
  return [
    ...(repetitions === 1 ? [] : [`repetition ${started.repetition} of ${repetitions}`]),
    ...(attempts === 1 ? [] : [`attempt ${started.attempt} of ${attempts}`]),
    ...(ended?.triedAgain === true ? ["tried again"] : []),
  ].join(", ");
}

function countText({ phases, record: { ended } }: ScenarioView): string {
  const checks = phases.flatMap((phase) => phase.checks);
  const passed = checks.filter(({ check }) => check.verdict === "passed").length;
  const count = passed === checks.length ? `${passed}` : `${passed} of ${checks.length}`;
  return `${count} as expected${ended === undefined ? "" : `, ${spent(ended.milliseconds)}`}`;
}

function factsOf({ record: { started } }: ScenarioView): Readonly<Record<string, VNode | string | undefined>> {
  const { principals, workshop, cost, limits } = started;
  return {
    Principals: list(principals.map(({ name, title }) => `${name}: ${title}`)),
    Workshop: workshop === "none" ? undefined : workshop,
    Cost: cost,
    Limits: limits.length === 0 ? undefined : list(limits),
  };
}

function list(items: readonly string[]): VNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
