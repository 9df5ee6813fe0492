/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Refused } from "./refused.ts";

/** How it goes with what was asked. */
export interface Progress {
  readonly isBusy?: boolean;
  readonly refused?: Refused;
}

/** Says that something is under way, or why it was not done and what to do about it. */
export function ProgressText({ isBusy = false, refused }: Progress): VNode {
  return (
    <div role="alert">
      {isBusy && <p class="quiet">Under way. You may close this: it goes on.</p>}
      {refused !== undefined && (
        <p class="problem">
          {refused.message} {refused.nextStep}
        </p>
      )}
    </div>
  );
}
