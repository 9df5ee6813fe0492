import { FixedOffsetZone, IANAZone, type Zone } from "luxon";

/** A time zone by its name in the IANA database (`Europe/Berlin`) or by its offset from UTC (`+02:00`, `Z`). Nothing for an unknown one. */
export function zoneOf(text: string): Zone | undefined {
  if (/^(z|utc)$/i.test(text)) return FixedOffsetZone.utcInstance;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!offset) return /^[a-z]/i.test(text) && IANAZone.isValidZone(text) ? IANAZone.create(text) : undefined;
  const [, sign, hours, minutes] = offset;
  const total = Number(hours) * 60 + Number(minutes);
  // Source: the IANA database, in which the furthest zone is Pacific/Kiritimati, 14 hours ahead.
  if (Number(minutes) > 59 || total > 14 * 60) return undefined;
  return FixedOffsetZone.instance(sign === "-" ? -total : total);
}
