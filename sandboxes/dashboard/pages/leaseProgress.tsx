/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseView } from "../../desk.ts";
import type { PageClock } from "./pageClock.ts";
import { spanText } from "./spanText.ts";
import { StepDots } from "./stepDots.tsx";
import { When } from "./when.tsx";

/** How far the students of a sandbox are, and since when they are stuck. */
export function LeaseProgress({ lease, clock }: { readonly lease: LeaseView; readonly clock: PageClock }): VNode {
  const { checkpoints, stuckSince } = lease;
  if (checkpoints.length === 0) return <span class="quiet">no checkpoints</span>;
  return (
    <>
      <StepDots checkpoints={checkpoints} />
      {stuckSince !== undefined && (
        <p class="warning">
          <span aria-hidden="true">!</span> stuck for {spanText(clock.now - Date.parse(stuckSince))}, since{" "}
          <When at={stuckSince} clock={clock} />
        </p>
      )}
      <details>
        <summary>{latestOf(lease)}</summary>
        <ol class="checkpoints">
          {checkpoints.map(({ id, title, reachedAt }) => (
            <li key={id} class={reachedAt === undefined ? "open" : "reached"}>
              {title}{" "}
              <span class="quiet">{reachedAt === undefined ? "not yet" : <When at={reachedAt} clock={clock} />}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** What was reached last, or is to be reached first. */
function latestOf({ checkpoints }: LeaseView): string {
  const [latest] = checkpoints
    .filter(({ reachedAt }) => reachedAt !== undefined)
    .sort((one, other) => (other.reachedAt ?? "").localeCompare(one.reachedAt ?? ""));
  return latest === undefined ? "nothing reached yet" : `last: ${latest.title}`;
}
