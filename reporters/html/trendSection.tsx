/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { FlakyExpectation, History, HistoryRun } from "../history/history.ts";
import { Mark } from "./mark.tsx";
import { Moment } from "./moment.tsx";
import { Scrolling } from "./scrolling.tsx";
import { spent } from "./spent.ts";
import { TrendChart } from "./trendChart.tsx";
import { TrendTable } from "./trendTable.tsx";

/** How the latest runs went: expectations, time, what was flaky, and how long scenarios and answers took. */
export function TrendSection({ history }: { readonly history: History }): VNode {
  const { runs, flaky, durations, convergence } = history;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">Trend</h2>
      <TrendChart runs={runs} />
      <Scrolling label="The latest runs">
        <table>
          <thead>
            <tr>
              {["Run", "Outcome", "Began", "Target", "Passed", "Failed", "Inconclusive", "Time"].map((title, index) => (
                <th scope="col" key={title} class={index < 4 ? undefined : "number"}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{runs.toReversed().map(row)}</tbody>
        </table>
      </Scrolling>
      <h3>Flaky expectations</h3>
      {flaky.length === 0 ? (
        <p>No expectation passed in one of these runs and did not in another on the same target.</p>
      ) : (
        <ul>{flaky.map(flakyItem)}</ul>
      )}
      <TrendTable title="How long scenarios took" trends={durations} />
      <TrendTable title="How long answers took to settle" trends={convergence} />
    </section>
  );
}

function row({ runId, isGood, at, target, passed, failed, inconclusive, milliseconds }: HistoryRun): VNode {
  return (
    <tr key={runId}>
      <th scope="row">
        <code>{runId}</code>
      </th>
      <td>
        <Mark outcome={milliseconds === undefined ? "cut short" : isGood ? "passed" : "failed"} />
      </td>
      <td>
        <Moment at={at} />
      </td>
      <td>{target}</td>
      <td class="number">{passed}</td>
      <td class="number">{failed}</td>
      <td class="number">{inconclusive}</td>
      <td class="number">{milliseconds !== undefined && spent(milliseconds)}</td>
    </tr>
  );
}

function flakyItem(expectation: FlakyExpectation): VNode {
  const { target, scenario, phase, principal, attempt, passed, notPassed } = expectation;
  return (
    <li key={`${target} ${scenario} ${phase} ${principal} ${attempt}`}>
      {scenario}: {principal} {attempt}
      <span class="quiet">
        {" "}
        in the phase “{phase}” on {target}: {passed} of {passed + notPassed} passed
      </span>
    </li>
  );
}
