/** The six forms of the W3C note "Date and Time Formats". A time of day needs a time zone. */
const date = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;
/** Four digits alone are a year. */
const epochSeconds = /^[+-]?(?!\d{4}$)\d+(?:\.\d+)?$/;

/**
 * The point in time that a text writes, in milliseconds since 1970; `undefined` if it writes none.
 * Source: IAM User Guide, "Date condition operators": W3C forms of ISO 8601, or seconds since 1970.
 */
export function dateValue(text: string): number | undefined {
  if (epochSeconds.test(text)) return Number(text) * 1000;
  if (!date.test(text) || !isDayOfCalendar(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** `Date.parse` takes 30 February for 1 March. */
function isDayOfCalendar(text: string): boolean {
  if (text.length < 10) return true;
  const day = text.slice(0, 10);
  const milliseconds = Date.parse(day);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day);
}

/** Compares two texts as points in time. Whatever is none matches nothing. */
export function comparesDates(
  compares: (requested: number, stated: number) => boolean,
): (requested: string, stated: string) => boolean {
  return (requested, stated) => {
    const [left, right] = [dateValue(requested), dateValue(stated)];
    return left !== undefined && right !== undefined && compares(left, right);
  };
}

/** What is wrong with a value that has to be a date. */
export function checkDate(stated: string): string | undefined {
  if (dateValue(stated) !== undefined) return undefined;
  return `'${stated}' is neither a date of ISO 8601 nor a number of seconds since 1970`;
}
