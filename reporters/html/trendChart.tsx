/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { HistoryRun } from "../history/history.ts";

const height = 80;

/** A column for each run: what passed, was inconclusive and failed. The table beside it says the same. */
export function TrendChart({ runs }: { readonly runs: readonly HistoryRun[] }): VNode {
  const most = Math.max(1, ...runs.map(({ passed, failed, inconclusive }) => passed + failed + inconclusive));
  const label = `Expectations of the latest ${runs.length} runs; the table says the same`;
  return (
    <svg class="chart" role="img" aria-label={label} width="100%" height={height}>
      {runs.map((run, index) => column(run, { index, of: runs.length, most }))}
    </svg>
  );
}

function column(
  { runId, passed, failed, inconclusive }: HistoryRun,
  { index, of, most }: { readonly index: number; readonly of: number; readonly most: number },
): VNode {
  const parts = { failed, inconclusive, passed };
  let top = height;
  return (
    <g key={runId}>
      <title>{`${runId}: ${passed} passed, ${failed} failed, ${inconclusive} inconclusive`}</title>
      {Object.entries(parts).map(([kind, count]) => {
        const tall = (count / most) * height;
        top -= tall;
        return (
          <rect key={kind} class={kind} x={`${(index / of) * 100}%`} width={`${90 / of}%`} y={top} height={tall} />
        );
      })}
    </g>
  );
}
