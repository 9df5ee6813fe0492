/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** What is to be copied. */
export interface Copied {
  readonly text: string;
  readonly what: string;
  /** What the button says, but for what it copies. Default: `Copy`. */
  readonly label?: string;
  /** The text is a path here: the whole address is to be copied. */
  readonly isPath?: boolean;
}

/** Copies a text. The script of the page listens to it. */
export function CopyButton({ text, what, label = "Copy", isPath = false }: Copied): VNode {
  return (
    <button type="button" class="copy" data-copy={text} data-what={what} data-path={isPath ? "" : undefined}>
      {label}
      <span class="unseen"> {what}</span>
    </button>
  );
}
