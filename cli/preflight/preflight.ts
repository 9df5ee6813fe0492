import type { Target } from "../../runner/target.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { Session } from "../../scenarios/contract/session.ts";
import type { RunCommandOptions } from "../run/runCommandOptions.ts";
import type { TargetChoice } from "../run/targetChoice.ts";

/** What is about to be run, and where. */
export interface PreflightOrder {
  readonly choice: TargetChoice;
  readonly target: Target;
  readonly scenarios: readonly Scenario[];
  /** How many run at a time. */
  readonly workers: number;
}

/**
 * Before a run on AWS: looks whether it can be done there, and changes nothing. Says what is of interest. Elsewhere there is
 * nothing to look at.
 *
 * @throws UserError when it cannot be done.
 */
export async function preflight(
  { choice, target, scenarios, workers }: PreflightOrder,
  { permissionCheck: checksPermissions = true }: Pick<RunCommandOptions, "permissionCheck">,
  say: (line: string) => void,
): Promise<void> {
  if (choice.kind !== "aws" || !target.lasting) return;
  const { examineAccount } = await import("./examineAccount.ts");
  const session = new Session(target.lasting.root, new Notes());
  const { permissionsBoundary } = choice;
  try {
    const order = { session, scenarios, workers, permissionsBoundary, checksPermissions };
    for (const line of await examineAccount(order)) say(line);
  } finally {
    session.close();
  }
}
