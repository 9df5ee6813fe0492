import { createInterface } from "node:readline/promises";
import type { Context } from "./context.ts";

/** Asks somebody at a terminal. Throws what the signal was aborted with. */
export async function ask(question: string, signal: AbortSignal, { stdin, stderr }: Context): Promise<string> {
  // Without `terminal: false` the prompt would swallow Ctrl-C.
  const prompt = createInterface({ input: stdin, output: stderr, terminal: false });
  try {
    // The input may end (Ctrl-D) without an answer, which is no yes.
    const closed = new Promise<string>((resolve) => prompt.once("close", () => resolve("")));
    return await Promise.race([prompt.question(question, { signal }), closed]);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    prompt.close();
  }
}
