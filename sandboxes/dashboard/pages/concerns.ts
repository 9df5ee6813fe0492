import type { LeaseView } from "../../desk.ts";

/** Why somebody should look at a sandbox, as clauses. Nothing: all is well. */
export function concerns({ state, stuckSince, remaining }: LeaseView): readonly string[] {
  return [
    ...(state === "failed" ? ["it could not be deployed"] : []),
    ...(state === "quarantined" ? ["its end failed"] : []),
    ...(state === "expired" ? ["its time is over"] : []),
    ...(stuckSince === undefined ? [] : ["they are stuck"]),
    ...(remaining.length === 0 ? [] : ["something is still there"]),
  ];
}
