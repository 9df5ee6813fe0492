/** How long a change may take at most until it is seen, in milliseconds. 0 where changes are seen at once. */
export function longestDelay(delays: Readonly<Record<string, { readonly to: number } | undefined>> = {}): number {
  return Math.max(0, ...Object.values(delays).map((range) => range?.to ?? 0));
}
