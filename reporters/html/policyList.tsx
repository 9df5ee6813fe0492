/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { Fold } from "./fold.tsx";
import { PolicyJson } from "./policyJson.tsx";
import type { PolicyView } from "./views.ts";

/** The policies that a scenario deployed, each version once, with the phases in which it stood. */
export function PolicyList({
  policies,
  anchor,
}: {
  readonly policies: readonly PolicyView[];
  readonly anchor: string;
}): VNode {
  return (
    <section aria-labelledby={`${anchor}/policies`}>
      <h4 id={`${anchor}/policies`}>Policies as deployed</h4>
      {policies.map((view) => (
        <Fold key={view.anchor} id={view.anchor} title={<Title view={view} />}>
          <PolicyJson view={view} />
        </Fold>
      ))}
    </section>
  );
}

function Title({ view: { version, decided } }: { readonly view: PolicyView }): VNode {
  const { layer, policy, arn } = version.policy;
  const whose = arn?.split(":").slice(5).join(":");
  return (
    <>
      <b>{layer === policy ? layer : `${layer} ${policy.split("/").at(-1) ?? policy}`}</b>
      {whose !== undefined && whose !== "" && <span class="quiet"> of {whose}</span>}
      <span class="quiet"> · {phasesText(version.phases)}</span>
      {decided.length > 0 && (
        <span class="quiet"> · decided {decided.length === 1 ? "once" : `${decided.length} times`}</span>
      )}
    </>
  );
}

/** `phase 2`, `phases 1–3, 5`. */
function phasesText(phases: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const phase of phases) {
    const last = ranges.at(-1);
    if (last?.to === phase - 1) ranges.splice(-1, 1, { from: last.from, to: phase });
    else ranges.push({ from: phase, to: phase });
  }
  const words = ranges.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`));
  return `${phases.length === 1 ? "phase" : "phases"} ${words.join(", ")}`;
}
