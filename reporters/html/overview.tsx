/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Mark } from "./mark.tsx";
import { Scrolling } from "./scrolling.tsx";
import { spent } from "./spent.ts";
import type { PhaseView, ScenarioView } from "./views.ts";

/** The matrix of scenarios and phases: what of each phase was as expected. */
export function Overview({ views }: { readonly views: readonly ScenarioView[] }): VNode {
  const columns = Math.max(0, ...views.map(({ phases }) => phases.length));
  const areas = [...new Set(views.map(({ area }) => area))];
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">Scenarios and phases</h2>
      <Scrolling label="Scenarios and phases">
        <table class="overview">
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              <th scope="col">Outcome</th>
              {Array.from({ length: columns }, (_, index) => (
                <th scope="col" key={index}>
                  <span class="unseen">Phase </span>
                  {index + 1}
                </th>
              ))}
              <th scope="col" class="number">
                Time
              </th>
            </tr>
          </thead>
          {areas.map((area) => (
            <tbody key={area} data-group={area}>
              <tr class="area">
                <th scope="rowgroup" colSpan={columns + 3}>
                  {area}
                </th>
              </tr>
              {views.filter((view) => view.area === area).map((view) => row(view, columns))}
            </tbody>
          ))}
        </table>
      </Scrolling>
    </section>
  );
}

function row({ anchor, area, outcome, phases, record }: ScenarioView, columns: number): VNode {
  return (
    <tr key={anchor} data-of={anchor}>
      <th scope="row">
        <a href={`#${anchor}`}>{anchor.startsWith(`${area}/`) ? anchor.slice(area.length + 1) : anchor}</a>
      </th>
      <td>
        <Mark outcome={outcome} />
      </td>
      {phases.map(cell)}
      {phases.length < columns && <td class="none" colSpan={columns - phases.length}></td>}
      <td class="number">{record.ended && spent(record.ended.milliseconds)}</td>
    </tr>
  );
}

const glyphs = { passed: "✔", failed: "✘", inconclusive: "?" };

function cell({ anchor, record: { name, started, checks } }: PhaseView): VNode {
  const passed = checks.filter(({ verdict }) => verdict === "passed").length;
  const verdict = checks.find((check) => check.verdict !== "passed")?.verdict ?? "passed";
  if (started === undefined || checks.length === 0) {
    return (
      <td key={anchor} class="none" title={name}>
        <span class="unseen">{name}: </span>
        <span>{started === undefined ? "not reached" : "not tried"}</span>
      </td>
    );
  }
  return (
    <td key={anchor} class={`result ${verdict}`} title={name}>
      <a href={`#${anchor}`}>
        <span class="unseen">{name}: </span>
        <span aria-hidden="true" class="glyph allowed">
          {glyphs[verdict]}
        </span>{" "}
        {passed}
        {passed < checks.length && ` of ${checks.length}`}
        <span class="unseen"> as expected</span>
      </a>
    </td>
  );
}
