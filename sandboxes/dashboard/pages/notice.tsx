/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** What the page has to say about what was just done. */
export interface Saying {
  readonly text: string;
  readonly isBad: boolean;
}

/** Says what was just done, or why it was not. */
export function Notice({ saying }: { readonly saying?: Saying }): VNode {
  return (
    <div class="notices" role="status">
      {saying !== undefined && <p class={saying.isBad ? "notice bad" : "notice"}>{saying.text}</p>}
    </div>
  );
}
