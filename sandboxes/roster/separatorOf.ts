const separators = [",", ";", "\t"] as const;

/**
 * What separates the fields of a table, told by its header: that which parts it into most known names, then into most parts.
 *
 * @param isKnown whether a column has such a name
 */
export function separatorOf(header: string, isKnown: (name: string) => boolean): string {
  const [best = ","] = separators
    .map((separator) => {
      const parts = header.split(separator).map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
      return { separator, known: parts.filter(isKnown).length, parts: parts.length };
    })
    .sort((one, other) => other.known - one.known || other.parts - one.parts)
    .map(({ separator }) => separator);
  return best;
}
