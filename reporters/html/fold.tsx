/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from "preact";

/** What a part of the page that can be folded is made of. */
export interface FoldContent {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly open?: boolean;
}

/** A part of the page that is folded until somebody wants it. */
export function Fold({ title, children, id, open = false }: FoldContent): VNode {
  return (
    <details class="fold" id={id} open={open}>
      <summary>{title}</summary>
      <div class="folded">{children}</div>
    </details>
  );
}
