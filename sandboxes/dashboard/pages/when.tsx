/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { clockText } from "./clockText.ts";
import type { PageClock } from "./pageClock.ts";

/** A time, for people and for machines. */
export function When({ at, clock }: { readonly at: string; readonly clock: PageClock }): VNode {
  return <time dateTime={at}>{clockText(at, clock)}</time>;
}
