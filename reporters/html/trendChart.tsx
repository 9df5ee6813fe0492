/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { HistoryRun } from "../history/history.ts";

const height = 80;
/** Of a column, with the gap after it. */
const step = 28;

/** A column for each run: what passed, was inconclusive and failed. The table beside it says the same. */
export function TrendChart({ runs }: { readonly runs: readonly HistoryRun[] }): VNode {
  const most = Math.max(1, ...runs.map(({ passed, failed, inconclusive }) => passed + failed + inconclusive));
  const label = `Expectations of the latest ${runs.length} runs; the table says the same`;
  return (
    <svg class="chart" role="img" aria-label={label} width={runs.length * step} height={height}>
      {runs.map((run, index) => column(run, index * step, height / most))}
    </svg>
  );
}

/** @param scale how high one expectation is */
function column({ runId, passed, failed, inconclusive }: HistoryRun, x: number, scale: number): VNode {
  const parts = Object.entries({ failed, inconclusive, passed }).filter(([, count]) => count > 0);
  let top = height;
  return (
    <g key={runId}>
      <title>{`${runId}: ${passed} passed, ${failed} failed, ${inconclusive} inconclusive`}</title>
      {parts.map(([kind, count]) => {
        const tall = Math.max(1, count * scale);
        top -= tall;
        return <rect key={kind} class={kind} x={x} width={step - 6} y={top} height={tall} />;
      })}
    </g>
  );
}
