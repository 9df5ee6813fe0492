import { UserError } from "../../errors/userError.ts";
import { boundaryPolicy } from "../../catalogue/permissions/boundaryPolicy.ts";
import { recordsOf } from "../../catalogue/permissions/neededActions.ts";
import { runnerPolicy } from "../../catalogue/permissions/runnerPolicy.ts";
import { print, type Context } from "../context.ts";
import { chooseScenarios } from "../select/chooseScenarios.ts";
import { readTarget } from "../run/targetChoice.ts";

/** What `keylab aws-policy` was told, beside the scenarios. */
export interface AwsPolicyOptions {
  readonly account: string;
  /** An ARN. */
  readonly permissionsBoundary?: string;
  readonly boundary?: boolean;
}

/**
 * Prints a policy as JSON, for scenarios that AWS can carry.
 *
 * @throws UserError for what is no account, no ARN or no scenario, and where AWS can carry none of them.
 */
export async function awsPolicy(ids: readonly string[], options: AwsPolicyOptions, context: Context): Promise<void> {
  const { account: accountId, permissionsBoundary, boundary = false } = options;
  if (!/^\d{12}$/.test(accountId)) {
    throw new UserError(`${JSON.stringify(accountId)} is not an account.`, "An account has twelve digits.");
  }
  if (boundary && permissionsBoundary !== undefined) {
    throw new UserError(
      "A boundary has no boundary.",
      "Print the document with --boundary, make a managed policy of it, and give its ARN with --permissions-boundary.",
    );
  }
  readTarget(`aws:${accountId}`, { permissionsBoundary });
  const { scenarios } = await import("../../scenarios/index.ts");
  const chosen = chooseScenarios(scenarios, ids).map(({ id }) => id);
  if (recordsOf(chosen).length === 0) {
    throw new UserError(
      `AWS can carry none of these scenarios: ${chosen.join(", ")}.`,
      "They need what only the embedded AWS has. See docs/real-aws.md.",
    );
  }
  const order = { ids: chosen, accountId, permissionsBoundary };
  print(context, JSON.stringify(boundary ? boundaryPolicy(order) : runnerPolicy(order), undefined, 2));
}
