/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseView } from "../../desk.ts";
import type { PageClock } from "./pageClock.ts";
import { StateMark } from "./stateMark.tsx";
import { When } from "./when.tsx";

/** The state of a sandbox, why, and what is still there of it. */
export function LeaseStateCell({ lease, clock }: { readonly lease: LeaseView; readonly clock: PageClock }): VNode {
  const { state, since, reason, remaining } = lease;
  return (
    <>
      <StateMark state={state} />{" "}
      <span class="quiet">
        since <When at={since} clock={clock} />, because {reason}
      </span>
      {remaining.length > 0 && (
        <div class="warning">
          Still there:
          <ul>
            {remaining.map(({ item, reason: why }) => (
              <li key={item}>
                <code>{item}</code> <span class="why">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
