import { UserError } from "../../errors/userError.ts";
import type { Caller } from "./caller.ts";

/**
 * Refuses to work as a root user, and in any other account than the one that was named.
 *
 * @param named the account that may be worked in; absent: nobody has said.
 * @param listed the accounts that may be worked in at all; absent: any.
 * @throws UserError
 */
export function checkCaller(
  { arn, accountId }: Pick<Caller, "arn" | "accountId">,
  named: string | undefined,
  listed?: readonly string[],
): void {
  if (/^arn:[^:]+:iam::\d{12}:root$/.test(arn)) {
    throw new UserError(
      `You are the root user of account ${accountId}, who is not meant for daily work.`,
      "Use a role, or an IAM user. --role-arn <arn> assumes a role.",
    );
  }
  if (listed && !listed.includes(accountId)) {
    throw new UserError(
      `You are in account ${accountId}, which is not among those of KEYLAB_AWS_ACCOUNTS: ${listed.join(", ")}.`,
      "Sign in to one of them, or assume a role there with --role-arn <arn>.",
    );
  }
  if (named === accountId) return;
  if (named === undefined) {
    throw new UserError(
      `You are ${arn}. Which account may be worked in was not said.`,
      `If it is this one: --target aws:${accountId}`,
    );
  }
  throw new UserError(
    `The target is account ${named}, but you are ${arn}.`,
    `Sign in to ${named}, or assume a role there with --role-arn <arn>.`,
  );
}
