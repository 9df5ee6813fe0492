const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text writes, whole or decimal; `undefined` if it writes none. */
export function numericValue(text: string): number | undefined {
  return number.test(text) ? Number(text) : undefined;
}

/** Compares two texts as numbers. Whatever is no number matches nothing. */
export function comparesNumbers(
  compares: (requested: number, stated: number) => boolean,
): (requested: string, stated: string) => boolean {
  return (requested, stated) => {
    const [left, right] = [numericValue(requested), numericValue(stated)];
    return left !== undefined && right !== undefined && compares(left, right);
  };
}

/** What is wrong with a value that has to be a number. */
export function checkNumber(stated: string): string | undefined {
  return numericValue(stated) === undefined ? `'${stated}' is no number` : undefined;
}
