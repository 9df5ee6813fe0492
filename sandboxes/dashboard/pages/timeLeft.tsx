/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { PageClock } from "./pageClock.ts";
import { spanText } from "./spanText.ts";
import { When } from "./when.tsx";

/** Less than this is little, in milliseconds. */
const little = 10 * 60_000;

/** How long a sandbox is open, and until when. */
export function TimeLeft({ until, clock }: { readonly until: string; readonly clock: PageClock }): VNode {
  const left = Date.parse(until) - clock.now;
  return (
    <>
      <strong class={left < little ? "left little" : "left"}>
        {left > 0 ? `${spanText(left)} left` : `over for ${spanText(-left)}`}
      </strong>{" "}
      <span class="quiet">
        {left > 0 ? "until" : "since"} <When at={until} clock={clock} />
      </span>
    </>
  );
}
