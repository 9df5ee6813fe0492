import { awsStatus } from "../../targets/awsStatus.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { statusLines } from "./statusLines.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/**
 * Prints how an embedded AWS is, and what is in it.
 *
 * @throws UserError when none runs.
 */
export async function status(
  { json, ...which }: WhichAws & { readonly json?: boolean },
  context: Context,
): Promise<void> {
  const state = await runningAws(which, context);
  const found = await awsStatus(state);
  if (json) return print(context, JSON.stringify({ url: state.url, ...found }, undefined, 2));
  for (const line of statusLines(state.url, found)) print(context, line);
}
