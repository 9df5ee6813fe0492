/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

const width = 96;
const height = 18;

/** How a value has gone, as a line from left to right, from zero up. The figures beside it say what matters of it. */
export function Sparkline({ values }: { readonly values: readonly number[] }): VNode {
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 4) / (values.length - 1) : 0;
  const points = values.map((value, index) => ({
    x: Math.round(2 + index * step),
    y: Math.round(height - 2 - (value / most) * (height - 4)),
  }));
  const last = points.at(-1);
  return (
    <svg class="sparkline" width={width} height={height} aria-hidden="true">
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {last && <circle cx={last.x} cy={last.y} r="2" />}
    </svg>
  );
}
