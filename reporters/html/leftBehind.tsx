/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { printable } from "../text/printable.ts";
import { KeysTable } from "./keysTable.tsx";
import type { ScenarioView } from "./views.ts";

/** What the whole run left: things that should be gone, and keys that wait for their deletion. */
export function LeftBehind({ views }: { readonly views: readonly ScenarioView[] }): VNode {
  const keys = views.flatMap(({ record }) => record.ended?.pendingKeys ?? []);
  const leftovers = views.flatMap(({ anchor, record }) =>
    (record.ended?.leftovers ?? []).map((what) => ({ anchor, what })),
  );
  return (
    <section aria-labelledby="left">
      <h2 id="left">Left behind</h2>
      <p>
        {leftovers.length === 0 ? "Nothing was left behind" : `${leftovers.length} left behind`}
        {keys.length === 0 ? "." : `; ${keys.length} ${keys.length === 1 ? "key is" : "keys are"} pending deletion.`}
      </p>
      {leftovers.length > 0 && (
        <ul>
          {leftovers.map(({ anchor, what }) => (
            <li key={what}>
              <a href={`#${anchor}`}>{anchor}</a> <code>{printable(what)}</code>
            </li>
          ))}
        </ul>
      )}
      {keys.length > 0 && <KeysTable keys={keys} label="Keys pending deletion of the whole run" />}
    </section>
  );
}
