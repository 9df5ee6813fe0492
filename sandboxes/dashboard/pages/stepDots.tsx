/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { CheckpointView } from "../../desk.ts";

/** How far somebody is: a dot for each checkpoint, and the count. */
export function StepDots({ checkpoints }: { readonly checkpoints: readonly CheckpointView[] }): VNode {
  const reached = checkpoints.filter(({ reachedAt }) => reachedAt !== undefined).length;
  return (
    <span class="steps">
      <span class="dots" aria-hidden="true">
        {checkpoints.map(({ id, reachedAt }) => (
          <span key={id} class={reachedAt === undefined ? "dot" : "dot reached"}></span>
        ))}
      </span>{" "}
      <strong>
        {reached} of {checkpoints.length}
      </strong>
    </span>
  );
}
