/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { ConvergenceTable } from "./convergenceTable.tsx";
import { Moment } from "./moment.tsx";
import { Scrolling } from "./scrolling.tsx";
import { spent } from "./spent.ts";
import type { EarlierRun, Trend } from "./trend.ts";
import { TrendChart } from "./trendChart.tsx";

/** How the latest runs went: expectations, time, what was flaky, and how long answers took to settle. */
export function TrendSection({ trend: { runs } }: { readonly trend: Trend }): VNode {
  const flaky = [...new Set(runs.flatMap((run) => run.flaky))];
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">Trend</h2>
      <TrendChart runs={runs} />
      <Scrolling label="The latest runs">
        <table class="trend">
          <thead>
            <tr>
              {["Run", "Began", "Passed", "Failed", "Inconclusive", "Time"].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{runs.toReversed().map(row)}</tbody>
        </table>
      </Scrolling>
      {flaky.length > 0 && (
        <>
          <h3>Flaky expectations</h3>
          <ul>
            {flaky.map((expectation) => (
              <li key={expectation}>
                {expectation}
                <span class="quiet">
                  {" "}
                  in {runs.filter((run) => run.flaky.includes(expectation)).length} of {runs.length} runs
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ConvergenceTable runs={runs} />
    </section>
  );
}

function row({ runId, at, passed, failed, inconclusive, milliseconds }: EarlierRun): VNode {
  return (
    <tr key={runId}>
      <th scope="row">
        <code>{runId}</code>
      </th>
      <td>
        <Moment at={at} />
      </td>
      <td class="number">{passed}</td>
      <td class="number">{failed}</td>
      <td class="number">{inconclusive}</td>
      <td class="number">{spent(milliseconds)}</td>
    </tr>
  );
}
