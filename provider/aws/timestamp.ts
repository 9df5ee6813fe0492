/** A date as the official provider writes it: RFC 3339 in whole seconds, e.g. `2026-03-01T12:00:00Z`. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
