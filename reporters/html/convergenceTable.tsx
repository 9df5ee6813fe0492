/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Scrolling } from "./scrolling.tsx";
import { spent } from "./spent.ts";
import type { EarlierRun } from "./trend.ts";

/** How long the answers of each scenario took to settle, run by run; nothing where none took any time. */
export function ConvergenceTable({ runs }: { readonly runs: readonly EarlierRun[] }): VNode | null {
  const scenarios = [...new Set(runs.flatMap(({ convergence }) => Object.keys(convergence)))].sort();
  if (scenarios.length === 0) return null;
  return (
    <>
      <h3>Time until answers settled</h3>
      <Scrolling label="Time until answers settled">
        <table>
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              {runs.map(({ runId, at }) => (
                <th scope="col" key={runId} title={runId}>
                  {at.slice(5, 10)} {at.slice(11, 16)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scenarios.map((scenario) => (
              <tr key={scenario}>
                <th scope="row">{scenario}</th>
                {runs.map(({ runId, convergence: { [scenario]: time } }) => (
                  <td key={runId} class="number">
                    {time !== undefined && spent(time)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}
