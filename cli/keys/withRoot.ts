import { UserError } from "../../errors/userError.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import type { Context } from "../context.ts";
import { openTarget } from "../run/openTarget.ts";
import { readTarget, type EntryOptions } from "../run/targetChoice.ts";

/** Whose keys are meant. */
export interface KeysOptions extends EntryOptions {
  readonly target: string;
}

/**
 * Does something as whoever enters an endpoint.
 *
 * @param regions beyond the endpoint's own
 * @throws UserError for the target `local`, which has no keys of its own.
 */
export async function withRoot<Result>(
  options: KeysOptions,
  regions: readonly string[],
  context: Context,
  work: (sessions: readonly Session[]) => Promise<Result>,
): Promise<Result> {
  const { lasting } = await openTarget(readTarget(options.target, options), context);
  if (!lasting) {
    throw new UserError(
      "The target local ends with the process, and its keys with it.",
      "Give --target the URL of an AWS endpoint, such as http://127.0.0.1:4566.",
    );
  }
  await lasting.check();
  const { root } = lasting;
  const all = [...new Set([root.region, ...regions])];
  const sessions = all.map((region) => new Session({ ...root, region }, new Notes()));
  try {
    return await work(sessions);
  } finally {
    for (const session of sessions) session.close();
  }
}
