import type { Group } from "../../../sandboxes/student.ts";
import { readRoster } from "../../../sandboxes/roster/readRoster.ts";
import { UserError } from "../../../errors/userError.ts";
import { thrownBy } from "../../support/thrownBy.ts";

/** The roster of a text, saved as UTF-8. */
export function rosterOf(name: string, text: string, groups?: readonly Group[]) {
  return readRoster({ name, bytes: Buffer.from(text) }, groups && { groups });
}

/** What is said where a roster is refused. */
export function refusalOf(name: string, content: string | Uint8Array, groups?: readonly Group[]): UserError {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return thrownBy(() => readRoster({ name, bytes }, groups && { groups }), UserError);
}
