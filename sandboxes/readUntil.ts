import { DateTime, SystemZone, type Zone } from "luxon";
import { UserError } from "../errors/userError.ts";
import { nearestZone } from "./nearestZone.ts";
import { zoneOf } from "./zoneOf.ts";

const mostDays = 90;

const form = /^(\d{4})-(\d{2})-(\d{2})[T\s]\s*([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*(\S+)?$/i;

const expected = 'Write it like "2026-12-01 18:00 Europe/Berlin", "2026-12-01 18:00+01:00" or "2026-12-01T17:00Z".';

/**
 * Until when something is to last: `2026-12-01 18:00 Europe/Berlin`, with an offset from UTC in place of the zone, or without either
 * in the zone of the machine.
 *
 * @throws UserError for what is no time, is over, is more than 90 days ahead, or is no or more than one moment where the clock is
 *   changed.
 */
export function readUntil(text: string, now: Date, machineZone: Zone = SystemZone.instance): Date {
  const parts: readonly (string | undefined)[] = form.exec(text.trim())?.slice(1) ?? [];
  const zoneText = parts[6];
  if (parts.length === 0) throw new UserError(`"${text}" is no time.`, expected);
  const zone = zoneText === undefined ? machineZone : zoneOf(zoneText);
  if (!zone) {
    const nearest = nearestZone(zoneText ?? "");
    const meant = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    const says = `There is no time zone "${zoneText ?? ""}".${meant}`;
    throw new UserError(says, "Give the name that the IANA database has for it, or an offset from UTC such as +01:00.");
  }
  const until = momentOf(
    parts.slice(0, 6).map((part) => Number(part ?? 0)),
    zone,
    text,
  );
  refuseDistance(until, now, text);
  return until.toJSDate();
}

/** The one moment at which clocks in a zone show a time. */
function momentOf(parts: readonly number[], zone: Zone, text: string): DateTime<true> {
  const [year, month, day, hour, minute, second] = parts;
  const moment = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
  if (!moment.isValid) throw new UserError(`"${text}" is no time: there is no such day.`, expected);
  if (moment.hour !== hour || moment.minute !== minute) throw skipped(moment, zone);
  const [one, other] = moment.getPossibleOffsets().toSorted((earlier, later) => earlier.toMillis() - later.toMillis());
  if (one && other) {
    const says = `In ${zone.name} clocks show ${one.toFormat(local)} twice on ${one.toISODate()}, as they are put back.`;
    throw new UserError(says, `Say which: "${withOffset(one)}" is the earlier, "${withOffset(other)}" the later.`);
  }
  return moment;
}

const local = "HH:mm";

function withOffset(moment: DateTime): string {
  return moment.toFormat("yyyy-MM-dd HH:mmZZ");
}

/** `after` is what luxon makes of a time that clocks skip: as much later as they are put forward. */
function skipped(after: DateTime<true>, zone: Zone): UserError {
  const shift = after.offset - after.minus({ days: 1 }).offset;
  const asked = after.toUTC().plus({ minutes: after.offset - shift });
  const before = after.minus({ minutes: shift });
  const says = `In ${zone.name} clocks never show ${asked.toFormat(local)} on ${after.toISODate()}, as they are put forward.`;
  return new UserError(says, `Say which is meant: "${withOffset(before)}" or "${withOffset(after)}".`);
}

function refuseDistance(until: DateTime<true>, now: Date, text: string): void {
  const ahead = until.toMillis() - now.getTime();
  if (ahead <= 0) {
    throw new UserError(`"${text}" is over: it is ${now.toISOString()} now.`, "Give a time that is still to come.");
  }
  if (ahead <= mostDays * 24 * 60 * 60 * 1000) return;
  const says = `"${text}" is more than ${mostDays} days ahead, and sandboxes cost something as long as they are there.`;
  throw new UserError(says, "Give an earlier time; it can be put off later.");
}
