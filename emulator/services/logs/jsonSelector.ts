/** Where a value stands in a JSON log event: names and positions, from the outside in. */
export type JsonPath = readonly (string | number)[];

/**
 * A property selector: `$.users[0].id`. Names are letters, digits, `-` and `_`; a position follows a name.
 * Source: CloudWatch Logs User Guide, "Filter and pattern syntax".
 */
export const selectorExpression = /\$(?:\.[\w-]+(?:\[\d+\])*)+/;

const wholeSelector = new RegExp(`^${selectorExpression.source}$`);

/** The path that a selector names; `undefined` for what is none. */
export function readSelector(selector: string): JsonPath | undefined {
  if (!wholeSelector.test(selector)) return undefined;
  return (selector.match(/\.[\w-]+|\[\d+\]/g) ?? []).map((step) =>
    step.startsWith(".") ? step.slice(1) : Number(step.slice(1, -1)),
  );
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(document: unknown, path: JsonPath): unknown {
  let value = document;
  for (const step of path) {
    if (typeof value !== "object" || value === null || Array.isArray(value) !== (typeof step === "number"))
      return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = Object.entries(value).find(([name]) => name === String(step))?.[1];
  }
  return value;
}

/** What a log event says if it is a JSON object; else `undefined`. */
export function jsonDocument(message: string): object | undefined {
  try {
    const document: unknown = JSON.parse(message);
    return typeof document === "object" && document !== null && !Array.isArray(document) ? document : undefined;
  } catch {
    return undefined;
  }
}
