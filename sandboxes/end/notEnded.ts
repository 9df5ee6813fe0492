import { problemsOf } from "../../runner/problemsOf.ts";
import type { Remaining } from "../lease/lease.ts";

/**
 * What is known of a sandbox whose ending an error has stopped: that it is there, and why.
 *
 * @param id of the lease
 */
export function notEnded(id: string, error: unknown): readonly Remaining[] {
  return problemsOf(error, { stage: "clean-up" }).map(({ message }) => ({ item: id, reason: message }));
}
