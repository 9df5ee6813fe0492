const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time in the two units that matter, rounded down: `under 1 min`, `41 min`, `1 h 12 min`, `2 d 3 h`. */
export function spanText(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < minute) return "under 1 min";
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) return joined(Math.floor(span / hour), "h", Math.floor((span % hour) / minute), "min");
  return joined(Math.floor(span / day), "d", Math.floor((span % day) / hour), "h");
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
