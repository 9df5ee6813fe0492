/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ScenarioEnded } from "../events.ts";
import { printable, printableLines } from "../text/printable.ts";
import { problemText } from "../text/problemText.ts";
import { KeysTable } from "./keysTable.tsx";

/** What went wrong outside expectations, what was left behind, and which keys are pending deletion. */
export function Troubles({ ended }: { readonly ended: ScenarioEnded }): VNode {
  const { problems, leftovers, pendingKeys } = ended;
  return (
    <>
      {problems.map((problem, index) => (
        <pre class="problem" key={index}>
          {printableLines(problemText(problem)).join("\n")}
        </pre>
      ))}
      {leftovers.length > 0 && (
        <div class="problem">
          <p>
            <strong>Left behind</strong>
          </p>
          <ul>
            {leftovers.map((leftover) => (
              <li key={leftover}>
                <code>{printable(leftover)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {pendingKeys.length > 0 && <KeysTable keys={pendingKeys} label="Keys pending deletion" />}
    </>
  );
}
