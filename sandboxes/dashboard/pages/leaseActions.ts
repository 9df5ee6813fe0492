import { openStates, type LeaseState } from "../../lease/leaseState.ts";

/** What an instructor can do with a sandbox. */
export type LeaseAction = "extend" | "freeze" | "thaw" | "reset" | "end" | "credentials";

/** What is offered for a sandbox in a state, in the order in which it is shown. The desk has the last word. */
export function leaseActions(state: LeaseState): readonly LeaseAction[] {
  if (openStates.has(state)) return ["extend", "freeze", "credentials", "reset", "end"];
  switch (state) {
    case "frozen":
      return ["extend", "thaw", "reset", "end"];
    case "requested":
    case "deploying":
    case "expired":
      return ["extend", "end"];
    case "failed":
      return ["reset", "end"];
    case "quarantined":
      return ["end"];
    default:
      return [];
  }
}
