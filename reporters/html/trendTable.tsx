/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ScenarioTrend } from "../history/history.ts";
import { median } from "../text/median.ts";
import { Fold } from "./fold.tsx";
import { Scrolling } from "./scrolling.tsx";
import { Sparkline } from "./sparkline.tsx";
import { spent } from "./spent.ts";

/** What the table shows. */
export interface TrendTableContent {
  readonly title: string;
  readonly trends: readonly ScenarioTrend[];
}

/** How times of scenarios have gone; nothing where there are none. */
export function TrendTable({ title, trends }: TrendTableContent): VNode | null {
  if (trends.length === 0) return null;
  return (
    <Fold title={title}>
      <Scrolling label={title}>
        <table>
          <thead>
            <tr>
              {["Scenario", "Target", "Over time", "Last", "Median", "Longest", "Runs"].map((name, index) => (
                <th scope="col" key={name} class={index < 3 ? undefined : "number"}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{trends.map(row)}</tbody>
        </table>
      </Scrolling>
    </Fold>
  );
}

function row({ scenario, target, times }: ScenarioTrend): VNode {
  return (
    <tr key={`${scenario} ${target}`}>
      <th scope="row">{scenario}</th>
      <td>{target}</td>
      <td>
        <Sparkline values={times} />
      </td>
      <td class="number">{spent(times.at(-1) ?? 0)}</td>
      <td class="number">{spent(median(times))}</td>
      <td class="number">{spent(Math.max(...times))}</td>
      <td class="number">{times.length}</td>
    </tr>
  );
}
