/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseView } from "../../desk.ts";
import { leaseActions, type LeaseAction } from "./leaseActions.ts";
import { leaseName } from "./leaseName.ts";

const labels: Readonly<Record<LeaseAction, string>> = {
  extend: "Extend",
  freeze: "Freeze",
  thaw: "Thaw",
  reset: "Reset",
  end: "End",
  credentials: "Credentials",
};

/** What can be done with a sandbox. The script of the page listens to the buttons. */
export function LeaseButtons({ lease }: { readonly lease: LeaseView }): VNode {
  const actions = leaseActions(lease.state);
  if (actions.length === 0) return <span class="quiet">nothing to do</span>;
  return (
    <div class="acts">
      {actions.map((action) => (
        // Freezing and thawing are one button that turns over, and keeps the focus.
        <button
          type="button"
          key={action === "thaw" ? "freeze" : action}
          class={action === "end" || action === "reset" ? "grave" : undefined}
          data-act={action}
          data-lease={lease.id}
        >
          {action === "end" && lease.state === "quarantined" ? "End again" : labels[action]}
          <span class="unseen"> {leaseName(lease)}</span>
        </button>
      ))}
    </div>
  );
}
