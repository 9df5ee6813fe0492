/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Fold } from "./fold.tsx";
import { Scrolling } from "./scrolling.tsx";
import type { ScenarioView } from "./views.ts";

/** What each scenario costs on AWS. */
export function CostTable({ views }: { readonly views: readonly ScenarioView[] }): VNode {
  const costs = new Map(views.map(({ record }) => [record.started.scenario, record.started.cost]));
  return (
    <section aria-labelledby="cost">
      <h2 id="cost">Cost</h2>
      <p>What the scenarios cost on AWS itself; the embedded AWS costs nothing.</p>
      <Fold title={`${costs.size} ${costs.size === 1 ? "scenario" : "scenarios"}`}>
        <Scrolling label="Cost">
          <table>
            <thead>
              <tr>
                <th scope="col">Scenario</th>
                <th scope="col">Cost</th>
              </tr>
            </thead>
            <tbody>
              {[...costs].map(([scenario, cost]) => (
                <tr key={scenario}>
                  <th scope="row">{scenario}</th>
                  <td>{cost}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </Fold>
    </section>
  );
}
