import { validationError } from "./eventsError.ts";

const lengths: ReadonlyMap<string, number> = new Map([
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
]);

/**
 * The period of a schedule expression, `rate(5 minutes)`, in milliseconds. Throws ValidationException, also for `cron(…)`, which
 * is not carried yet. Source: EventBridge User Guide, "Rate expressions": 1 has the singular, and everything else the plural.
 */
export function periodOf(expression: string): number {
  if (/^cron\(.*\)$/.test(expression)) {
    throw validationError(`The embedded AWS does not carry the schedule ${expression} yet: it knows rate(…) alone.`);
  }
  const [, digits, unit = "", plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const length = lengths.get(unit);
  if (length === undefined || (digits === "1") !== (plural === "")) {
    throw validationError("Parameter ScheduleExpression is not valid.");
  }
  return Number(digits) * length;
}
