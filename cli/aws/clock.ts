import { ControlClient } from "../../targets/controlClient.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/**
 * Moves the clock of an embedded AWS forward by a number of milliseconds, 0 not at all, and prints what it shows then.
 *
 * @throws UserError when none runs.
 */
export async function clock(
  { advance, ...which }: WhichAws & { readonly advance: number },
  context: Context,
): Promise<void> {
  const { url, controlToken } = await runningAws(which, context);
  const control = new ControlClient(url, controlToken);
  if (advance > 0) await control.advanceClock(advance);
  print(context, (await control.now()).toISOString());
}
