const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** Reads a time or a range of times, `2s` or `200ms..2s`, in milliseconds; nothing for what is neither. */
export function readRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [first = "", second = first, ...more] = text.split("..");
  const [from, to] = [milliseconds(first), milliseconds(second)];
  return from === undefined || to === undefined || from > to || more.length > 0 ? undefined : { from, to };
}

function milliseconds(text: string): number | undefined {
  const [, count = "", unit = ""] = /^(\d{1,6})(ms|s|m)$/.exec(text) ?? [];
  const factor = units[unit];
  return factor === undefined ? undefined : Number(count) * factor;
}
