import { accountRootArn } from "../../infra/policies/accountRootArn.ts";
import type { Statement } from "../../infra/policies/policyDocument.ts";

/** A statement of a key policy that an attempt writes. Its resource is the key: `"*"` in a key policy. */
export interface NamedStatement<Name extends string> extends Pick<Statement, "Effect" | "Action" | "Condition"> {
  /** What the statement is for, for people as well: the attempt is named after it. */
  readonly Sid: string;
  /** Whom it speaks of: what is deployed, by name, or the account, whose IAM policies decide then. */
  readonly Principal: readonly Name[] | "the account";
}

/** The statement as it stands in the policy of the key with this ARN. */
export function statementOf<Name extends string>(
  { Sid, Effect, Principal, Action, Condition }: NamedStatement<Name>,
  keyArn: string,
  deployed: Record<Name, { readonly arn: string }>,
): Statement {
  const [, partition, , , accountId = ""] = keyArn.split(":");
  const AWS =
    Principal === "the account" ? accountRootArn(accountId, partition) : Principal.map((name) => deployed[name].arn);
  return { Sid, Effect, Principal: { AWS }, Action, Resource: "*", Condition };
}
