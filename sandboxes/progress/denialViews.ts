import type { DenialView } from "../desk.ts";
import { isDenial, type StudentEvent } from "./studentEvent.ts";

/** More are of no use to whoever helps. */
const shown = 5;

/** The latest denials of a sandbox, the newest first. */
export function denialViews(events: readonly StudentEvent[]): readonly DenialView[] {
  return events
    .filter(isDenial)
    .slice(-shown)
    .reverse()
    .map(({ at, who, action, through, message = "" }) => ({
      at,
      who,
      action,
      explanation: `${through === undefined ? "" : `Asked by ${through} for ${who}. `}${message}`,
    }));
}
