/** A duration in words that suit it: `0.3 s`, `12.0 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(Math.floor(milliseconds / 100) / 10).toFixed(1)} s`;
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
