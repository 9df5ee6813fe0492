import { UserError } from "../../errors/userError.ts";
import type { LeaseOrder } from "../../sandboxes/lease/lease.ts";
import type { Context } from "../context.ts";
import { listedAccounts } from "../run/listedAccounts.ts";
import type { TargetChoice } from "../run/targetChoice.ts";

/** An account and a region in which sandboxes are, as far as they are not those of the target. */
export type OtherPlace = Pick<LeaseOrder, "account" | "region">;

/** Where sandboxes are beside the target's own account and region, each once. */
export function otherPlaces(orders: readonly OtherPlace[]): readonly OtherPlace[] {
  const places = orders.flatMap(({ account, region }) =>
    account === undefined && region === undefined
      ? []
      : [{ ...(account !== undefined && { account }), ...(region !== undefined && { region }) }],
  );
  return [...new Map(places.map((one) => [placeText(one), one])).values()];
}

/** As a part of a sentence, after the target's own: `account 111122223333, region eu-west-1`. */
export function placeText({ account, region }: OtherPlace): string {
  if (account === undefined) return `region ${region ?? ""}`;
  return `account ${account}, ${region === undefined ? "the same region" : `region ${region}`}`;
}

/**
 * Refuses accounts that may not be worked in, before any is entered: on AWS alone, as an endpoint's accounts are none of AWS's.
 *
 * @throws UserError
 */
export function refuseUnlistedPlaces(
  { kind }: Pick<TargetChoice, "kind">,
  places: readonly OtherPlace[],
  { environment }: Pick<Context, "environment">,
): void {
  const listed = kind === "aws" ? listedAccounts(environment) : undefined;
  if (listed === undefined) return;
  const unlisted = places.flatMap(({ account }) =>
    account === undefined || listed.includes(account) ? [] : [account],
  );
  if (unlisted.length === 0) return;
  const all = [...new Set(unlisted)];
  throw new UserError(
    `Sandboxes are to be in ${all.join(", ")}, not among the accounts of KEYLAB_AWS_ACCOUNTS: ${listed.join(", ")}.`,
    "Add the accounts there if they may be worked in, or take them out of the roster and the table of accounts.",
  );
}
