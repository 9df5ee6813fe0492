import { cronField, daysOfMonth, daysOfWeek, type CronDay } from "./cronField.ts";
import { addDays, dayOf } from "./day.ts";
import { invalidRules } from "./invalidRules.ts";
import type { OpenSchedule } from "./schedule.ts";

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const hour = 3_600_000;
/** A day that comes at all comes within eight years: 29 February skips a leap year at most, 1900 and 2100 aside. */
const farthestDay = 8 * 366 + 1;

/**
 * A schedule of the six fields of a cron expression: minutes, hours, day of month, month, day of week, year.
 * Throws InvalidParameterException. Source: Secrets Manager User Guide, "Rotation schedules", "Cron expressions"; minutes must
 * be 0 and the year `*`, because windows open on the hour and rotation has no end.
 */
export function cronSchedule(expression: string): OpenSchedule {
  const [minutes, hourField, dayOfMonth, month, dayOfWeek, year, ...more] = expression.split(/ +/);
  if (!hourField || !dayOfMonth || !month || !dayOfWeek || year === undefined || more.length > 0) {
    throw invalidRules(`cron(${expression}) must have six fields.`);
  }
  if (minutes !== "0" || year !== "*") throw invalidRules(`cron(${expression}) must begin with 0 and end with *.`);
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) {
    throw invalidRules(`cron(${expression}) must have ? for the day of the month or for the day of the week.`);
  }
  const hours = cronField(hourField, { first: 0, last: 23 });
  const inMonths = new Set(cronField(month, { first: 1, last: 12, names: months }));
  const isDay = dayOfMonth === "?" ? daysOfWeek(dayOfWeek) : daysOfMonth(dayOfMonth);
  const gap = smallestGap(hours);
  if (gap < 4) throw invalidRules(`cron(${expression}) must not rotate more often than every 4 hours.`);
  const next = nextOpening(expression, hours, (day) => inMonths.has(day.getUTCMonth() + 1) && isDay(day));
  next(new Date(0));
  const untilMidnight = 24 - Math.max(...hours);
  return hours.length > 1
    ? { next, windowHours: 1, longestWindow: Math.min(gap, untilMidnight) }
    : { next, windowHours: untilMidnight, longestWindow: untilMidnight };
}

/** Throws for a schedule that never comes, such as the 31st of February. */
function nextOpening(expression: string, hours: readonly number[], isDay: CronDay): OpenSchedule["next"] {
  return (after) => {
    for (let days = 0; days <= farthestDay; days++) {
      const day = addDays(dayOf(after), days);
      const opening = isDay(day)
        ? hours.map((at) => new Date(day.getTime() + at * hour)).find((at) => at > after)
        : undefined;
      if (opening) return opening;
    }
    throw invalidRules(`cron(${expression}) never comes.`);
  };
}

/** Increments of hours begin anew each day: between two days there may be less. */
function smallestGap(hours: readonly number[]): number {
  const gaps = hours.slice(1).map((at, index) => at - (hours[index] ?? at));
  return Math.min(24, ...gaps);
}
