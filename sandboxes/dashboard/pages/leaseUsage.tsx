/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Usage } from "../../lease/lease.ts";
import { dollars } from "./dollars.ts";

/** What a sandbox uses, and what it costs until its end. */
export function LeaseUsage({ usage }: { readonly usage: Usage }): VNode {
  return (
    <>
      <strong class="cost">{dollars(usage.estimatedCost)}</strong>{" "}
      <span class="quiet">
        {counted(usage.keys, "key")}, {counted(usage.tables, "table")}, {counted(usage.requests, "request")}
      </span>
    </>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
