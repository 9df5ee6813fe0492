import { defaultRole, type SandboxAccount } from "./sandboxAccount.ts";

/** How an account is entered: as the table of accounts says, or, where it says nothing, as the role of the default name. */
export function roleIn(
  accountId: string,
  accounts: readonly SandboxAccount[],
  partition: string,
): { readonly arn: string; readonly externalId?: string } {
  const { role, externalId } = accounts.find(({ account }) => account === accountId) ?? {};
  return {
    arn: role ?? `arn:${partition}:iam::${accountId}:role/${defaultRole}`,
    ...(externalId !== undefined && { externalId }),
  };
}
