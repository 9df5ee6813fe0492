/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from "preact";

/** Terms with what is said of each; those of which nothing is said are left out. */
export function Facts({ facts }: { readonly facts: Readonly<Record<string, ComponentChildren>> }): VNode {
  const told = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== "");
  return (
    <dl class="facts">
      {told.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
