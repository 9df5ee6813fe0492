/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { DenialView } from "../../desk.ts";
import type { PageClock } from "./pageClock.ts";
import { When } from "./when.tsx";

/** A call that was refused: what, to whom, when, and why. */
export function DenialText({ denial, clock }: { readonly denial: DenialView; readonly clock: PageClock }): VNode {
  return (
    <>
      <code>{denial.action}</code>{" "}
      <span class="quiet">
        by {denial.who}, <When at={denial.at} clock={clock} />
      </span>
      <span class="why">{denial.explanation}</span>
    </>
  );
}
