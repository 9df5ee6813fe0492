/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Refused } from "./post.ts";

/** Why something was not done, and what to do about it. */
export function ProblemText({ refused }: { readonly refused?: Refused }): VNode {
  return (
    <div role="alert">
      {refused !== undefined && (
        <p class="problem">
          {refused.message} {refused.nextStep}
        </p>
      )}
    </div>
  );
}
