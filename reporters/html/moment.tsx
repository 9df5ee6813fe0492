/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";

/** A moment, in UTC, for people and for machines. */
export function Moment({ at }: { readonly at: string }): VNode {
  const [day = at, time = ""] = at.split("T");
  return (
    <time dateTime={at}>
      {day} {time.replace(/(\.\d+)?Z$/, "")} UTC
    </time>
  );
}
