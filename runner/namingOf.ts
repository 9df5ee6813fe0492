import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Naming } from "../scenarios/contract/expectation.ts";
import type { Session } from "../scenarios/contract/session.ts";
import { policyArnOf } from "./policyArnOf.ts";
import type { TargetSession } from "./target.ts";

/** What a run calls things on a target: as the workshop does where nobody else works, with a suffix elsewhere. */
export async function namingOf(target: TargetSession, administrator: Session, suffix: string): Promise<Naming> {
  const { Account: accountId, Arn: arn } = await administrator.sts.send(new GetCallerIdentityCommand({}));
  if (accountId === undefined || arn === undefined) throw new Error("The target does not say which account it is.");
  return {
    name: (name) => (target.isExclusive ? name : `${name}-${suffix}`),
    accountId,
    administratorArn: await policyArnOf(arn, administrator),
    secondAccountId: target.secondAccount?.accountId,
  };
}
