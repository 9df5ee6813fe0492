import { invalidPattern } from "./logsError.ts";

const termExpression = /\s*(?<prefix>[-?]?)\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<word>\w+))(?=\s|[-?]|$)/y;

/**
 * Reads a pattern of terms: all of them must be in the message, wherever; of those behind `?` one; of those behind `-` none.
 * Where terms behind `?` stand among others, the others alone count. Case matters.
 * Throws InvalidParameterException. Source: CloudWatch Logs User Guide, "Filter and pattern syntax".
 */
export function readTermPattern(pattern: string): (message: string) => boolean {
  const terms = termsOf(pattern);
  const texts = (wanted: string): string[] => terms.flatMap(({ prefix, text }) => (prefix === wanted ? [text] : []));
  const [needed, optional, excluded] = [texts(""), texts("?"), texts("-")];
  return (message) => {
    const has = (text: string): boolean => message.includes(text);
    if (excluded.some(has)) return false;
    return needed.length === 0 && optional.length > 0 ? optional.some(has) : needed.every(has);
  };
}

function termsOf(pattern: string): { readonly prefix: string; readonly text: string }[] {
  const terms: { prefix: string; text: string }[] = [];
  let rest = pattern.trim();
  while (rest !== "") {
    termExpression.lastIndex = 0;
    const found = termExpression.exec(rest);
    if (!found?.groups) {
      throw invalidPattern(
        pattern,
        `"${rest}" is not understood: a term with other characters than letters, digits and underscores stands in double quotes`,
      );
    }
    const { prefix = "", quoted, word = "" } = found.groups;
    terms.push({ prefix, text: quoted === undefined ? word : quoted.replace(/\\(.)/g, "$1") });
    rest = rest.slice(found[0].length).trimStart();
  }
  return terms;
}
