import { ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import type { Aws } from "./aws.ts";
import { ifExists, isAwsError } from "./errors.ts";

/** Schedules the deletion of a key, in days from now; succeeds if that is so already, or if there is no such key. */
export async function removeKey(aws: Aws, KeyId: string, PendingWindowInDays: number | undefined): Promise<void> {
  try {
    await ifExists(aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays })));
  } catch (error) {
    if (!isAwsError(error, "KMSInvalidStateException") || !error.message.includes("pending deletion")) {
      throw error;
    }
  }
}
