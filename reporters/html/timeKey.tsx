/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** What the colours of a time bar mean. */
export function TimeKey({ names }: { readonly names: Readonly<Record<string, string>> }): VNode {
  return (
    <ul class="key">
      {Object.entries(names).map(([kind, name]) => (
        <li key={kind}>
          <svg class="time" width="14" height="10" aria-hidden="true">
            <rect class={kind} width="14" height="10" />
          </svg>{" "}
          {name}
        </li>
      ))}
    </ul>
  );
}
