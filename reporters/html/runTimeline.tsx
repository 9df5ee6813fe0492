/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Scrolling } from "./scrolling.tsx";
import { spans, type Span } from "./spans.ts";
import { spent } from "./spent.ts";
import { activityNames, sums, TimeBar } from "./timeBar.tsx";
import { TimeKey } from "./timeKey.tsx";
import type { ScenarioView } from "./views.ts";

/** Where the time of the run went: a line for each run of a scenario, all on the same scale. */
export function RunTimeline({ views }: { readonly views: readonly ScenarioView[] }): VNode {
  const lines = views.map((view) => ({ view, own: spans(view.record) })).filter(({ own }) => own.length > 0);
  const all = lines.flatMap(({ own }) => own);
  const frame = { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      {all.length === 0 ? (
        <p>No time was spent.</p>
      ) : (
        <>
          <p>
            {spent(frame.to - frame.from)} from left to right. Of all scenarios together: {sums(all)}.
          </p>
          <TimeKey names={activityNames} />
          <Scrolling label="Timeline">
            <table class="timeline">
              <thead class="unseen">
                <tr>
                  <th scope="col">Scenario</th>
                  <th scope="col">When</th>
                  <th scope="col">Time</th>
                </tr>
              </thead>
              <tbody>{lines.map(({ view, own }) => line(view, own, frame))}</tbody>
            </table>
          </Scrolling>
        </>
      )}
    </section>
  );
}

function line(
  { anchor }: ScenarioView,
  own: readonly Span[],
  frame: { readonly from: number; readonly to: number },
): VNode {
  const took = (own.at(-1)?.to ?? 0) - (own[0]?.from ?? 0);
  return (
    <tr key={anchor} data-of={anchor}>
      <th scope="row">
        <a href={`#${anchor}`}>{anchor}</a>
      </th>
      <td class="bar">
        <TimeBar spans={own} frame={frame} />
      </td>
      <td class="number">{spent(took)}</td>
    </tr>
  );
}
