import * as z from "zod";
import { runEvent, type RunEvent } from "../../../reporters/events.ts";
import { thoroughRun } from "./thoroughRun.ts";

/** What would become elements, attributes or the end of a script, if it were not escaped. */
export const hostile = `</script></style><img src=x onerror="document.title='hacked'">'"&amp;`;

/** What has a few values only, or a format. */
const fixed = new Set([
  "type",
  "at",
  "verdict",
  "expected",
  "observed",
  "outcome",
  "stage",
  "effect",
  "result",
  "change",
  "deletionDate",
]);

const events = z.array(runEvent);

/** A run with everything that an event can have, and hostile text in every field that takes any. */
export function hostileRun(): RunEvent[] {
  return events.parse(spoilt(thoroughRun(), ""));
}

function spoilt(value: unknown, name: string): unknown {
  if (typeof value === "string") {
    if (fixed.has(name)) return value;
    return name === "document" ? JSON.stringify(spoilt(JSON.parse(value), "")) : `${value}${hostile}`;
  }
  if (Array.isArray(value)) return value.map((one) => spoilt(one, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [isAnybodys(name, one) ? `${key}${hostile}` : key, spoilt(one, key)]),
  );
}

/** Whether the names in a record are anybody's: those of versions, and of operations that are counted. */
function isAnybodys(name: string, value: unknown): boolean {
  return name === "versions" || (name === "changes" && typeof value === "number");
}
