/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { changesText } from "../text/changesText.ts";
import { AccessMatrix } from "./accessMatrix.tsx";
import { AuditTable } from "./auditTable.tsx";
import { CheckDetails } from "./checkDetails.tsx";
import { Fold } from "./fold.tsx";
import { spent } from "./spent.ts";
import type { PhaseView } from "./views.ts";

/** A phase: what was deployed, who could do what, each expectation in full, and what CloudTrail recorded. */
export function PhaseSection({ phase }: { readonly phase: PhaseView }): VNode {
  const { anchor, number, record, checks } = phase;
  const { name, audited } = record;
  const isBad = checks.some(({ check }) => check.verdict !== "passed");
  return (
    <section class="phase" id={anchor} aria-labelledby={`${anchor}/name`}>
      <h4 id={`${anchor}/name`}>
        <a href={`#${anchor}`} class="place">
          {number}
        </a>{" "}
        {name}
      </h4>
      <p class="quiet">{told(phase)}</p>
      {checks.length > 0 && <AccessMatrix phase={phase} />}
      {checks.length > 0 && (
        <Fold title={`${checks.length} ${checks.length === 1 ? "expectation" : "expectations"} in full`} open={isBad}>
          {checks.map((view) => (
            <CheckDetails key={view.anchor} view={view} />
          ))}
        </Fold>
      )}
      {audited !== undefined && audited.events.length > 0 && (
        <Fold title={`${audited.events.length} ${audited.events.length === 1 ? "event" : "events"} of CloudTrail`}>
          <AuditTable events={audited.events} label={`CloudTrail in phase ${number}`} phase={anchor} />
        </Fold>
      )}
    </section>
  );
}

function told({ record: { started, deployed, ended, checks } }: PhaseView): string {
  if (started === undefined) return "Not reached.";
  const parts = [
    ...(deployed === undefined
      ? []
      : [`Deployed in ${spent(deployed.milliseconds)}: ${changesText(deployed.changes)}.`]),
    ...(checks.length === 0 ? ["Nothing was tried."] : []),
    ended === undefined ? "Not finished." : `Took ${spent(ended.milliseconds)}.`,
  ];
  return parts.join(" ");
}
