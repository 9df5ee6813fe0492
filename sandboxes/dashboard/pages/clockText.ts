import type { PageClock } from "./pageClock.ts";

/** A time as a clock on the wall shows it, with the day where it is another one: `15:30`, `27 Nov 15:30`, `15:30 UTC`. */
export function clockText(at: string, { now, zone }: PageClock): string {
  const date = new Date(at);
  const day = format(date, zone, { day: "numeric", month: "short" });
  const time = format(date, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const isToday = day === format(new Date(now), zone, { day: "numeric", month: "short" });
  return `${isToday ? "" : `${day} `}${time}${zone === "UTC" ? " UTC" : ""}`;
}

function format(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(date);
}
