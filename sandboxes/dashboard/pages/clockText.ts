import type { PageClock } from "./pageClock.ts";

/** What makes texts of times is slow to be made, and is kept: a page has hundreds of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A time as a clock on the wall shows it, with the day where it is another one: `15:30`, `27 Nov 15:30`, `15:30 UTC`. */
export function clockText(at: string, { now, zone }: PageClock): string {
  const date = new Date(at);
  const day = formatOf("day", zone).format(date);
  const time = formatOf("time", zone).format(date);
  const isToday = day === formatOf("day", zone).format(new Date(now));
  return `${isToday ? "" : `${day} `}${time}${zone === "UTC" ? " UTC" : ""}`;
}

const kinds = {
  day: { day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const;

function formatOf(kind: keyof typeof kinds, timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(`${kind} ${timeZone}`);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", { ...kinds[kind], timeZone });
  formats.set(`${kind} ${timeZone}`, format);
  return format;
}
