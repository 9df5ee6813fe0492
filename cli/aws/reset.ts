import { ControlClient } from "../../targets/controlClient.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/**
 * Takes an embedded AWS back to what it was when it had started for the first time: with its seed, with the same access keys.
 *
 * @throws UserError when none runs.
 */
export async function reset(which: WhichAws, context: Context): Promise<void> {
  const { url, controlToken } = await runningAws(which, context);
  await new ControlClient(url, controlToken).reset();
  print(context, `The embedded AWS at ${url} is as it was at its start.`);
}
