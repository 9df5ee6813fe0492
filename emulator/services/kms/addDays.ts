const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** The same time of day, so many days later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * millisecondsPerDay);
}
