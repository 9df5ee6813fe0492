import { readJsonPattern } from "./jsonPattern.ts";
import { invalidPattern } from "./logsError.ts";
import { readTermPattern } from "./termPattern.ts";

/** Whether a log event matches. */
export type FilterPattern = (message: string) => boolean;

/**
 * Reads a filter pattern: terms, or conditions on JSON in braces; an empty one matches everything. Throws
 * InvalidParameterException, also for patterns of space-delimited fields and regular expressions, which are not carried yet.
 */
export function readFilterPattern(pattern: string): FilterPattern {
  const text = pattern.trim();
  if (text.startsWith("[")) throw notCarried(pattern, "space-delimited fields");
  if (/(?:^|[\s=])%.*%/.test(text)) throw notCarried(pattern, "regular expressions");
  if (!text.startsWith("{")) return readTermPattern(text);
  if (!text.endsWith("}")) throw invalidPattern(pattern, "} is expected at its end");
  return readJsonPattern(text);
}

function notCarried(pattern: string, what: string): Error {
  return invalidPattern(pattern, `the embedded AWS does not carry ${what} in patterns yet`);
}
