import { shellWord } from "./shellWord.ts";
import type { Step } from "./step.ts";

/** Writes a text to a file of the folder, without a line's end. */
export function fileStep(file: string, text: string): Step {
  const [letter = ""] = text;
  // A long text is there for its length.
  const isLong = text.length > 100 && text === letter.repeat(text.length);
  const written = isLong
    ? `head -c ${text.length} /dev/zero | tr '\\0' ${shellWord(letter, new Map())}`
    : `printf %s ${shellWord(text, new Map())}`;
  return `${written} > "$FOLDER/${file}"`;
}
