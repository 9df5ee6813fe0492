import type { RotationRulesType } from "@aws-sdk/client-secrets-manager";
import { cronSchedule } from "./cronSchedule.ts";
import { addDays, dayOf } from "./day.ts";
import { invalidRules } from "./invalidRules.ts";
import type { OpenSchedule, Schedule } from "./schedule.ts";

const hour = 3_600_000;
/** Source: Secrets Manager User Guide, "Rotation schedules". */
const limits = { hoursBetween: 4, days: 999 };

/**
 * Reads the rules of a rotation. Throws InvalidParameterException for rules that contradict each other, an expression that is
 * none, rotations more often than every four hours, and windows that are too long.
 * Source of the rules: Secrets Manager User Guide, "Rotation schedules"; of the first message: public transcripts
 * (terraform-provider-aws, issue 33329); the other messages are not recorded anywhere.
 */
export function readSchedule({ AutomaticallyAfterDays, Duration, ScheduleExpression }: RotationRulesType): Schedule {
  if (AutomaticallyAfterDays !== undefined && ScheduleExpression !== undefined) {
    throw invalidRules("You cannot specify both rotation frequency and schedule expression together.");
  }
  const schedule = openSchedule(AutomaticallyAfterDays, ScheduleExpression);
  if (Duration === undefined) return schedule;
  const windowHours = Number(Duration.replace(/h$/, ""));
  if (windowHours < 1 || windowHours > schedule.longestWindow) {
    throw invalidRules(
      `Duration '${Duration}' is no window of this schedule: give 1h to ${schedule.longestWindow}h, so that the window ends before the next one opens, and on the same UTC day.`,
    );
  }
  return { ...schedule, windowHours };
}

function openSchedule(days: number | undefined, expression: string | undefined): OpenSchedule {
  if (days !== undefined) return everyDays(days);
  if (expression === undefined) {
    throw invalidRules("RotationRules need AutomaticallyAfterDays or a ScheduleExpression.");
  }
  const [, cron] = /^cron\((.+)\)$/.exec(expression) ?? [];
  return cron === undefined ? rateSchedule(expression) : cronSchedule(cron);
}

function rateSchedule(expression: string): OpenSchedule {
  const [, number, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(expression) ?? [];
  if (number === undefined) {
    throw invalidRules(
      `ScheduleExpression '${expression}' is neither rate(<number> hours), rate(<number> days) nor cron(<six fields>).`,
    );
  }
  const value = Number(number);
  const isInHours = unit === "hour";
  if (value < (isInHours ? limits.hoursBetween : 1) || value > limits.days * (isInHours ? 24 : 1)) {
    throw invalidRules(
      `ScheduleExpression '${expression}' must rotate at most every ${limits.hoursBetween} hours and at least every ${limits.days} days.`,
    );
  }
  return isInHours ? everyHours(value) : everyDays(value);
}

function everyDays(days: number): OpenSchedule {
  return { next: (after) => addDays(dayOf(after), days), windowHours: 24, longestWindow: 24 };
}

/** The windows of a rate in hours are counted from midnight. */
function everyHours(hours: number): OpenSchedule {
  const next = (after: Date): Date => {
    const midnight = dayOf(after).getTime();
    const passed = Math.floor((after.getTime() - midnight) / (hours * hour));
    return new Date(midnight + (passed + 1) * hours * hour);
  };
  return { next, windowHours: 1, longestWindow: Math.min(hours, 24) };
}
