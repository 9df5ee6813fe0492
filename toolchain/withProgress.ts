const everyMs = 30_000;

/** A duration in words that suit it: `12 s`, `2 min 35 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Does the work, reporting every half minute how long it has taken so far and, when it has succeeded, how long it took.
 */
export async function withProgress<T>(
  label: string,
  report: (line: string) => void,
  work: () => Promise<T>,
  interval = everyMs,
): Promise<T> {
  const started = performance.now();
  const elapsed = () => duration(performance.now() - started);
  const timer = setInterval(() => report(`${label}: ${elapsed()} so far.`), interval);
  try {
    const result = await work();
    report(`${label}: done in ${elapsed()}.`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
