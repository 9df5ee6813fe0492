/** A line of a text, without its end. */
export interface Line {
  readonly text: string;
  /** Whether nothing follows: a whole line may, or the rest of one that was not written to its end. */
  readonly isLast: boolean;
}

/**
 * The lines of a stream of UTF-8 that is too long for one string. Lines end with `\n` and nothing else: Node.js's readline would also end
 * them at U+2028, which JSON has within strings.
 */
export async function* readLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = "";
  let before: string | undefined;
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (before !== undefined) yield { text: before, isLast: false };
      before = line;
    }
  }
  rest += decoder.decode();
  if (before !== undefined) yield { text: before, isLast: rest === "" };
  if (rest !== "") yield { text: rest, isLast: true };
}
