/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { LeaseState } from "../../lease/leaseState.ts";

/** A glyph and the class of a mark of the reports. */
const looks: Readonly<Record<LeaseState, readonly [glyph: string, look: string]>> = {
  requested: ["…", "skipped"],
  deploying: ["…", "unsure"],
  ready: ["✔", "passed"],
  "handed out": ["✔", "passed"],
  active: ["▶", "passed"],
  frozen: ["■", "unsure"],
  expired: ["!", "unsure"],
  ending: ["…", "skipped"],
  ended: ["–", "skipped"],
  failed: ["✘", "failed"],
  quarantined: ["✘", "failed"],
};

/** The state of a sandbox: a glyph and the word, for colour alone tells nobody. */
export function StateMark({ state, count }: { readonly state: LeaseState; readonly count?: number }): VNode {
  const [glyph, look] = looks[state];
  return (
    <span class={`mark ${look}`}>
      <span aria-hidden="true">{glyph}</span> {count === undefined ? state : `${count} ${state}`}
    </span>
  );
}
