import { ListAccountAliasesCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { UserError } from "../../errors/userError.ts";
import { policyArnOf } from "../../runner/policyArnOf.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { callerActions } from "../../catalogue/permissions/neededActions.ts";
import { missingActions } from "./missingActions.ts";
import { spentQuotas } from "./spentQuotas.ts";
import { mostAtOnce, whatIsMade } from "./whatIsMade.ts";

/** What is to be done, and by whom. */
export interface ExaminationOrder {
  readonly session: Session;
  readonly scenarios: readonly Scenario[];
  /** How many run at a time. */
  readonly workers: number;
  readonly permissionsBoundary?: string;
  /** Whether a caller who may not do everything is refused. */
  readonly checksPermissions: boolean;
}

/**
 * Looks whether scenarios can be run in an account, and changes nothing. Resolves with what is of interest before somebody agrees, a sentence
 * each.
 *
 * @throws UserError when quotas leave too little room, or IAM's simulation does not allow all that is needed.
 */
export async function examineAccount(order: ExaminationOrder): Promise<readonly string[]> {
  const { session, scenarios, workers } = order;
  const { Account: accountId = "", Arn: arn = "" } = await session.sts.send(new GetCallerIdentityCommand({}));
  const caller = { accountId, arn };
  const alias = await unlessRefused(async () => {
    const { AccountAliases: [first] = [] } = await session.iam.send(new ListAccountAliasesCommand({}));
    return first === undefined ? ["The account has no alias."] : [`The account's alias is ${first}.`];
  }, "The account's alias may not be read.");
  const quotas = await unlessRefused(async () => {
    const ids = scenarios.map(({ id }) => id);
    return checkQuotas(await spentQuotas(session, mostAtOnce(ids, workers)), caller);
  }, "Quotas could not be checked: iam:GetAccountSummary or cloudtrail:DescribeTrails is not allowed.");
  const permissions = order.checksPermissions
    ? await unlessRefused(
        () => checkPermissions(order, caller),
        "Permissions could not be checked: iam:SimulatePrincipalPolicy is not allowed.",
      )
    : [];
  return [...alias, ...quotas, ...permissions, ...whatIsMade(scenarios)];
}

interface Caller {
  readonly accountId: string;
  readonly arn: string;
}

function checkQuotas([spent]: readonly string[], { accountId }: Caller): readonly string[] {
  if (spent === undefined) return [];
  throw new UserError(
    `Account ${accountId} has too little room: ${spent}.`,
    "Remove what is not needed, ask AWS for a higher quota, or use another account.",
  );
}

async function checkPermissions(order: ExaminationOrder, { accountId, arn }: Caller): Promise<readonly string[]> {
  const { session, scenarios, permissionsBoundary } = order;
  const { iam, region } = session;
  const principal = await policyArnOf(arn, session);
  const needed = callerActions(scenarios.map(({ id }) => id));
  const missing = await missingActions(needed, { iam, principal, accountId, region, permissionsBoundary });
  if (missing.length === 0) return ["IAM's simulation allows all that is needed."];
  throw new UserError(
    `IAM's simulation does not allow ${principal} ${shortList(missing)}.`,
    `keylab aws-policy --account ${accountId} prints what is needed; --no-permission-check runs nevertheless.`,
  );
}

function shortList(actions: readonly string[]): string {
  const shown = 6;
  const more = actions.length - shown;
  return more > 1 ? `${actions.slice(0, shown).join(", ")} and ${more} more actions` : actions.join(", ");
}

/** What may not be looked at is told, and is no reason to stop. */
async function unlessRefused(look: () => Promise<readonly string[]>, refused: string): Promise<readonly string[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && (error.name === "AccessDenied" || error.name === "AccessDeniedException"))
      return [refused];
    throw error;
  }
}
