/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

const keys = {
  "/": "search",
  j: "next scenario",
  k: "scenario before",
  n: "next that was not as expected",
  Enter: "unfold or fold",
  e: "unfold all that is shown",
  c: "fold all",
  t: "light or dark",
  "?": "this help",
  Escape: "close this, or clear the search and the filters",
};

/** What the keys do. */
export function KeyboardHelp(): VNode {
  return (
    <dialog id="keyboard" aria-labelledby="keyboard-title">
      <h2 id="keyboard-title">Keyboard</h2>
      <dl class="facts">
        {Object.entries(keys).map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button>Close</button>
      </form>
    </dialog>
  );
}
