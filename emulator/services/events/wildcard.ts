import { invalidPattern } from "./eventsError.ts";

/**
 * Reads a text in which `*` stands for any characters, `\*` for an asterisk and `\\` for a backslash. Matching takes one walk
 * through the value. Throws InvalidEventPatternException, also for two asterisks next to each other.
 * Source: EventBridge User Guide, "Matching using wildcards".
 */
export function readWildcard(stated: string, path: string): (value: string) => boolean {
  const [first = "", ...rest] = literals(stated, path);
  const last = rest.pop();
  if (last === undefined) return (value) => value === first;
  return (value) => {
    if (value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last)) return false;
    let position = first.length;
    for (const literal of rest) {
      const found = value.indexOf(literal, position);
      if (found < 0) return false;
      position = found + literal.length;
    }
    return position <= value.length - last.length;
  };
}

/** What stands between the asterisks. */
function literals(stated: string, path: string): string[] {
  const found = [""];
  for (const sign of stated.match(/\\[^]?|[^\\]/gu) ?? []) {
    if (sign.startsWith("\\") && sign !== "\\*" && sign !== "\\\\") {
      throw invalidPattern(`Invalid escape character in wildcard: "${path}"`);
    }
    if (sign === "*") {
      if (found.length > 1 && found.at(-1) === "") {
        throw invalidPattern(`Consecutive wildcard characters are not allowed: "${path}"`);
      }
      found.push("");
    } else {
      found.push(`${found.pop() ?? ""}${sign.replace(/^\\/u, "")}`);
    }
  }
  return found;
}
