import { invalidRules } from "./invalidRules.ts";

/** Whether a day, given by its midnight in UTC, is one of those that are meant. */
export type CronDay = (day: Date) => boolean;

/** What a field may hold: numbers, and names for them in order. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
}

const weekdays: Range = { first: 1, last: 7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] };

/** The numbers that a field means, in order: `*`, `4`, `MON-FRI`, `2/10`, and lists of these. Throws InvalidParameterException. */
export function cronField(field: string, range: Range): number[] {
  const numbers = field.split(",").flatMap((part) => partOf(field, part, range));
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** The days that the field "day of month" means: `L` is the last one. Throws InvalidParameterException. */
export function daysOfMonth(field: string): CronDay {
  if (field === "L") return (day) => day.getUTCDate() === lastDateOf(day);
  const dates = new Set(cronField(field, { first: 1, last: 31 }));
  return (day) => dates.has(day.getUTCDate());
}

/** The days that the field "day of week" means: `TUE#3` is the third of a month, `FRIL` the last. Throws InvalidParameterException. */
export function daysOfWeek(field: string): CronDay {
  const [, nth, ordinal] = /^(.+)#([1-5])$/.exec(field) ?? [];
  if (nth !== undefined) {
    const weekday = numberOf(field, nth, weekdays);
    return (day) => day.getUTCDay() + 1 === weekday && Math.ceil(day.getUTCDate() / 7) === Number(ordinal);
  }
  const [, last] = /^(.+)L$/.exec(field) ?? [];
  if (last !== undefined) {
    const weekday = numberOf(field, last, weekdays);
    return (day) => day.getUTCDay() + 1 === weekday && day.getUTCDate() > lastDateOf(day) - 7;
  }
  const days = new Set(cronField(field, weekdays));
  return (day) => days.has(day.getUTCDay() + 1);
}

function partOf(field: string, part: string, range: Range): number[] {
  const [span = "", increment, ...more] = part.split("/");
  const step = increment === undefined ? 1 : Number(increment);
  if (more.length > 0 || !Number.isInteger(step) || step < 1) throw invalidField(field);
  const [from, to] = ends(field, span, range, increment !== undefined);
  if (from > to) throw invalidField(field);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** `/8` and `*` begin with the first number; a single number has no end of its own before an increment. */
function ends(field: string, span: string, range: Range, isStart: boolean): [from: number, to: number] {
  if (span === "*" || (span === "" && isStart)) return [range.first, range.last];
  const [from = "", to, ...more] = span.split("-");
  if (more.length > 0) throw invalidField(field);
  const start = numberOf(field, from, range);
  if (to === undefined) return [start, isStart ? range.last : start];
  return [start, numberOf(field, to, range)];
}

function numberOf(field: string, text: string, { first, last, names = [] }: Range): number {
  const position = names.indexOf(text.toUpperCase());
  const number = position >= 0 ? first + position : Number(text);
  if (text === "" || !Number.isInteger(number) || number < first || number > last) throw invalidField(field);
  return number;
}

function lastDateOf(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

function invalidField(field: string): Error {
  return invalidRules(`'${field}' is no field of a cron expression for rotation.`);
}
