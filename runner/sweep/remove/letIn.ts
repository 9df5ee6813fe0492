import { PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import type { Session } from "../../../scenarios/contract/session.ts";
import { readRefusal } from "../../readRefusal.ts";
import { becomeOwners } from "./becomeOwners.ts";

/**
 * Gives a key to its account, as one of those whom its policy allows that. Whether one of them could.
 *
 * @param owners ARNs of users and roles that are removed afterwards
 */
export async function letIn(session: Session, KeyId: string, owners: readonly string[]): Promise<boolean> {
  const [, partition = "aws", , , accountId = ""] = KeyId.split(":");
  const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
  const Policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal, Action: "kms:*", Resource: "*" }],
  });
  const BypassPolicyLockoutSafetyCheck = true;
  for await (const owner of becomeOwners(session, owners)) {
    try {
      await owner.kms.send(new PutKeyPolicyCommand({ KeyId, Policy, BypassPolicyLockoutSafetyCheck }));
      return true;
    } catch (error) {
      if (readRefusal(error)?.denial === undefined) throw error;
    }
  }
  return false;
}
