import { createInterface } from "node:readline/promises";
import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";
import { isLoopback } from "./targetChoice.ts";
import type { TargetChoice } from "./targetChoice.ts";

/**
 * Asks before anything is created on an AWS that is not on this machine.
 *
 * @param yes whether the answer was given with the command.
 * @throws UserError when the answer is no, or when there is nobody to ask.
 */
export async function confirmTarget(
  target: TargetChoice,
  { yes, signal }: { readonly yes: boolean; readonly signal: AbortSignal },
  context: Context,
): Promise<void> {
  if (target.kind === "local" || isLoopback(target.url) || yes) return;
  const what = `This run creates and deletes resources at ${target.url.origin}, which is not on this machine`;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError(`${what}, and there is no terminal to ask whether it may.`, "Pass --yes if it may.");
  }
  if (!/^y(es)?$/i.test((await ask(`${what}. Go on? [y/N] `, signal, context)).trim())) {
    throw new UserError("Nothing was created.", "Pass --target local to run on the embedded AWS instead.", 1);
  }
}

async function ask(question: string, signal: AbortSignal, { stdin, stderr }: Context): Promise<string> {
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
