import { UserError } from "../../errors/userError.ts";
import { readUntil } from "../../sandboxes/readUntil.ts";
import { readDuration } from "../aws/readDuration.ts";

/** When something ends, as a time or as what lies until then. */
export interface End {
  /** Such as `2026-12-01 18:00 Europe/Berlin`. */
  readonly until?: string;
  /** Such as `4h`. */
  readonly for?: string;
}

const longestDays = 90;
const day = 24 * 3_600_000;

/** @throws UserError for what is no time, for none, and for two. */
export function readEnd({ until, for: time }: End, now: Date): Date {
  if ((until === undefined) === (time === undefined)) {
    throw new UserError(
      "When does it end?",
      'Give --until "2026-12-01 18:00 Europe/Berlin" or --for 4h, and not both.',
    );
  }
  if (until !== undefined) return readUntil(until, now);
  const milliseconds = readDuration(time ?? "");
  if (milliseconds === undefined || milliseconds === 0 || milliseconds > longestDays * day) {
    throw new UserError(
      `${JSON.stringify(time)} is no time that a class can take.`,
      `Give a time such as 90m, 4h or 3d, of at most ${longestDays} days.`,
    );
  }
  return new Date(now.getTime() + milliseconds);
}
