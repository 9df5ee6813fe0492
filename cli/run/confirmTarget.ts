import { UserError } from "../../errors/userError.ts";
import { ask } from "../ask.ts";
import type { Context } from "../context.ts";
import { isLoopback } from "../../targets/isLoopback.ts";
import type { TargetChoice } from "./targetChoice.ts";
import type { TargetDescription } from "../../reporters/events.ts";

/** Where something is created. */
export interface Confirmed {
  readonly choice: TargetChoice;
  readonly target: TargetDescription;
  readonly others?: readonly string[];
}

/**
 * Asks before anything is created on an AWS that is not on this machine.
 *
 * @param target as it was opened; nothing is created there yet
 * @param others places beside the target's own in which it works as well, in words
 * @param yes whether the answer was given with the command.
 * @throws UserError when the answer is no, or when there is nobody to ask.
 */
export async function confirmTarget(
  { choice, target, others = [] }: Confirmed,
  { yes, signal }: { readonly yes: boolean; readonly signal: AbortSignal },
  context: Context,
): Promise<void> {
  if (yes || isHarmless(choice)) return;
  const what = `This run creates and deletes resources ${[placeOf(choice, target), ...others].join("; ")}`;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError(`${what}, and there is no terminal to ask whether it may.`, "Pass --yes if it may.");
  }
  if (!/^y(es)?$/i.test((await ask(`${what}. Go on? [y/N] `, signal, context)).trim())) {
    throw new UserError("Nothing was created.", "Pass --target local to run on the embedded AWS instead.", 1);
  }
}

function isHarmless(choice: TargetChoice): boolean {
  return choice.kind === "local" || (choice.kind === "endpoint" && isLoopback(choice.url));
}

function placeOf(choice: TargetChoice, { summary }: TargetDescription): string {
  if (choice.kind === "endpoint") return `at ${choice.url.origin}, which is not on this machine`;
  const [place = ""] = summary.split(". ");
  return `on real AWS, which costs money: ${place}`;
}
