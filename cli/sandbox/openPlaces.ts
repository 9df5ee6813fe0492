import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { UserError } from "../../errors/userError.ts";
import { readRefusal } from "../../runner/readRefusal.ts";
import type { Target } from "../../runner/target.ts";
import { roleIn } from "../../sandboxes/accounts/roleIn.ts";
import type { SandboxAccount } from "../../sandboxes/accounts/sandboxAccount.ts";
import { LazyPlaces } from "../../sandboxes/places/lazyPlaces.ts";
import type { OpenSite, Site, Where } from "../../sandboxes/places/site.ts";
import { sessionAs, type Workplace } from "../../sandboxes/workplace.ts";
import { assumeRole, type RoleToAssume } from "../../targets/aws/assumeRole.ts";
import type { Context } from "../context.ts";
import { openTarget } from "../run/openTarget.ts";
import type { TargetChoice } from "../run/targetChoice.ts";
import { openRecorded } from "./openRecorded.ts";

/** Where a class is at home, and which other accounts it has. */
export interface PlacesOrder {
  readonly choice: TargetChoice;
  /** As it was chosen. */
  readonly target: Target;
  /** With what sandboxes are worked on everywhere. */
  readonly tools: Omit<Workplace, "target">;
  /** As they are known when one is entered. */
  readonly accounts: () => readonly SandboxAccount[];
}

const minute = 60_000;

/**
 * After what time a site is opened anew. On AWS whoever works there may have credentials for an hour: that leaves half of one to each piece of work. At an
 * endpoint the administrator of a site counts as forgotten after four.
 */
const lifetimes = { aws: 30 * minute, endpoint: 90 * minute, local: Infinity };

/** The accounts and regions of a class, of which only that of the target is opened at once. To be closed. */
export async function openPlaces(order: PlacesOrder, context: Context): Promise<LazyPlaces> {
  const home = await enter({ target: order.target }, order.tools, context);
  const atHome = async (): Promise<Site> => places.of({});
  const places = new LazyPlaces(home, {
    lifetime: lifetimes[order.choice.kind],
    open: async (where) => {
      if (where.accountId !== home.accountId) return openElsewhere(where, order, atHome, context);
      const target = await openTarget(order.choice, context, { region: where.region });
      return enter({ target }, order.tools, context);
    },
  });
  return places;
}

/** On AWS the caller assumes the role; at an endpoint whoever works at home does, and has the role make an administrator. */
async function openElsewhere(
  { accountId, region }: Where,
  { choice, tools, accounts }: PlacesOrder,
  atHome: () => Promise<Site>,
  context: Context,
): Promise<OpenSite> {
  const { partition } = await atHome();
  const role = roleIn(accountId, accounts(), partition);
  try {
    if (choice.kind !== "endpoint") {
      const target = await openTarget({ kind: "aws", accountId, role }, context, { region });
      return await enter({ target, account: accountId }, tools, context);
    }
    const renewRoot = async () => assumeRole((await atHome()).administrator.sts, role);
    const entry = { ...choice, credentials: await renewRoot() };
    const target = await openTarget(entry, context, { region, renewRoot });
    return await enter({ target, account: accountId }, tools, context);
  } catch (error) {
    throw shut(accountId, role, error);
  }
}

/** @param account beside the target's own; absent: its own */
async function enter(
  { target, account }: { readonly target: Target; readonly account?: string },
  tools: PlacesOrder["tools"],
  context: Context,
): Promise<OpenSite> {
  const { session, close: leave } = await openRecorded(target, account, context);
  const place = { ...tools, target: session };
  const administrator = sessionAs(place, session.administrator);
  const close = async () => {
    administrator.close();
    await leave();
  };
  try {
    const { Arn = "", Account = "" } = await administrator.sts.send(new GetCallerIdentityCommand({}));
    const [, partition = "aws"] = Arn.split(":");
    const { region } = administrator;
    return { partition, accountId: Account, region, place, administrator: administrator.retrying, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whoever keeps the account can mend that it lets nobody in. */
function shut(accountId: string, { arn }: RoleToAssume, error: unknown): unknown {
  const reason = error instanceof UserError ? error.message : readRefusal(error)?.message;
  if (reason === undefined) return error;
  return new UserError(
    `The account ${accountId} cannot be entered as ${arn} (${reason.replace(/\.$/, "")}).`,
    "Make the role there as docs/accounts.md has it, or name another in the table that --accounts takes.",
  );
}
