import { KMSInvalidStateException, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import type { Session } from "../../../scenarios/contract/session.ts";
import { keyUsers } from "../../keyUsers.ts";
import { readRefusal } from "../../readRefusal.ts";
import { RemovalRefused } from "../removalRefused.ts";
import { letIn } from "./letIn.ts";

/** The shortest that KMS allows: whoever misses the key can still cancel. Source: KMS API Reference, ScheduleKeyDeletion. */
const PendingWindowInDays = 7;

/**
 * Schedules the deletion of a key that nothing uses. Where its policy hides the key even from administrators, whoever the same run
 * made and the policy allows lets them in again first.
 *
 * @param owners ARNs of the users and roles that the run made
 * @throws RemovalRefused with what still uses the key.
 */
export async function removeKey(session: Session, KeyId: string, owners: readonly string[]): Promise<void> {
  const users = await keyUsers(session, KeyId);
  if (users.length > 0) throw new RemovalRefused(`still used by ${users.join(", ")}`);
  try {
    await schedule(session, KeyId);
  } catch (error) {
    if (readRefusal(error)?.denial === undefined || !(await letIn(session, KeyId, owners))) throw error;
    await schedule(session, KeyId);
  }
}

async function schedule({ kms }: Session, KeyId: string): Promise<void> {
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays })).catch((error: unknown) => {
    if (!(error instanceof KMSInvalidStateException) || !error.message.includes("pending")) throw error;
  });
}
