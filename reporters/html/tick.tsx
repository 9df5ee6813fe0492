/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** Whether something matched. */
export function Tick({ yes }: { readonly yes: boolean }): VNode {
  return (
    <span class={yes ? "tick yes" : "tick no"}>
      <span aria-hidden="true">{yes ? "✔" : "✘"}</span>
      <span class="unseen">{yes ? "matches:" : "does not match:"}</span>
    </span>
  );
}
