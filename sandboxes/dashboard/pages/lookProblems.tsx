/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** Why Keylab cannot look at some of the sandboxes. Nothing where it can look at all of them. */
export function LookProblems({ problems }: { readonly problems: readonly string[] }): VNode | null {
  if (problems.length === 0) return null;
  return (
    <div class="look-problems" role="alert">
      <strong>! Not all sandboxes can be looked at.</strong> What is shown of these may be old, and their refusals are
      missing.
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
