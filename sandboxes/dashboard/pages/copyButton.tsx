/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** Copies a text. The script of the page listens to it. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }): VNode {
  return (
    <button type="button" class="copy" data-copy={text} data-what={what}>
      Copy<span class="unseen"> {what}</span>
    </button>
  );
}
