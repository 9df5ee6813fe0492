/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { DenialView } from "../../desk.ts";
import { DenialText } from "./denialText.tsx";
import type { PageClock } from "./pageClock.ts";

/** The latest call that was refused, and those before it for whoever asks. */
export function LeaseDenials({
  denials,
  clock,
}: {
  readonly denials: readonly DenialView[];
  readonly clock: PageClock;
}): VNode {
  const [latest, ...earlier] = denials;
  if (latest === undefined) return <span class="quiet">none</span>;
  return (
    <>
      <p class="denial">
        <DenialText denial={latest} clock={clock} />
      </p>
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length} before</summary>
          <ul class="denials">
            {earlier.map((denial) => (
              <li key={`${denial.at} ${denial.who} ${denial.action}`}>
                <DenialText denial={denial} clock={clock} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
