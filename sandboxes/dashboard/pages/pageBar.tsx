/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Connection } from "./connection.ts";
import { ConnectionMark } from "./connectionMark.tsx";

/** What the bar shows. */
export interface BarContent {
  readonly connection: Connection;
  /** What the button is called that signs out. */
  readonly leave: string;
  /** Where to sign in again. */
  readonly entrance: string;
}

/** The bar at the top: how the line is, light or dark, and the way out. */
export function PageBar({ connection, leave, entrance }: BarContent): VNode {
  return (
    <header class="bar">
      <a class="brand" href="#top">
        Keylab
      </a>
      <ConnectionMark connection={connection} />
      {connection === "signed out" && <a href={entrance}>Sign in again</a>}
      <div class="controls">
        <button type="button" data-act="theme" aria-label="Light or dark">
          ◐
        </button>
        <button type="button" data-act="leave">
          {leave}
        </button>
      </div>
    </header>
  );
}
