/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ScenarioRecord } from "../runRecord.ts";
import { spans } from "./spans.ts";
import { activityNames, sums, TimeBar } from "./timeBar.tsx";
import { TimeKey } from "./timeKey.tsx";

/** Where the time of a run of a scenario went; nothing if none was spent. */
export function ScenarioTime({ record }: { readonly record: ScenarioRecord }): VNode | null {
  const own = spans(record);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <div class="scenario-time">
      <TimeBar spans={own} frame={{ from: first.from, to: last.to }} />
      <TimeKey names={activityNames} />
      <p class="quiet">{sums(own)}</p>
    </div>
  );
}
