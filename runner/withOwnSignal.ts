/**
 * Does work with a signal of its own, which is aborted when the given one is. For callees that leave their listeners where they put them: with Pulumi's
 * Automation API each operation would stay in memory, its process included, for as long as the signal of the whole command.
 */
export async function withOwnSignal<Result>(
  signal: AbortSignal | undefined,
  work: (own: AbortSignal | undefined) => Promise<Result>,
): Promise<Result> {
  if (!signal) return work(undefined);
  const own = new AbortController();
  const abort = () => own.abort(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
