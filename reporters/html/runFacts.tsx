/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ToldRun } from "../toldRun.ts";
import { Facts } from "./facts.tsx";
import { Moment } from "./moment.tsx";
import { spent } from "./spent.ts";

/** Which run it is, on what, with what, and how its scenarios were chosen. */
export function RunFacts({ run: { started, ended } }: { readonly run: ToldRun }): VNode {
  const { target, versions, shard, seed, selected, scenarios, workers } = started;
  return (
    <Facts
      facts={{
        Target: target.name,
        Enforcement: `${target.summary}${target.statesLayer ? "" : " Layer not stated: it does not tell which policy decided."}`,
        Run: <code>{started.runId}</code>,
        Began: <Moment at={started.at} />,
        Took: ended === undefined ? "cut short: it has told no end" : spent(ended.milliseconds),
        Scenarios: `${scenarios.length} of ${selected.length} that were chosen, ${workers} at a time`,
        Shard: shard && `${shard.index} of ${shard.of}`,
        Order: seed === undefined ? undefined : `drawn with seed ${seed}`,
        Versions: Object.entries(versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(", "),
      }}
    />
  );
}
