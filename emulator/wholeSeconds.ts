/** A time as AWS writes it where it tells no fractions of a second: `2026-01-31T12:00:00Z`. */
export function wholeSeconds(time: Date): string {
  return `${time.toISOString().slice(0, -".000Z".length)}Z`;
}
