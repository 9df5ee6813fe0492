/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { Connection } from "./connection.ts";

const texts: Readonly<Record<Connection, readonly [look: string, text: string]>> = {
  connecting: ["skipped", "… connecting"],
  live: ["passed", "● live"],
  lost: ["unsure", "… reconnecting, this may be old"],
  troubled: ["unsure", "! cannot be read now, this may be old"],
  "signed out": ["failed", "✘ signed out"],
};

/** Whether what the page shows is what there is. */
export function ConnectionMark({ connection }: { readonly connection: Connection }): VNode {
  const [look, text] = texts[connection];
  return (
    <span class={`mark connection ${look}`} role="status">
      {text}
    </span>
  );
}
