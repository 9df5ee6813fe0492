import { AwsError } from "../../awsError.ts";
import type { Principal } from "../../principal.ts";
import { createLogStream } from "../logs/operations/createLogStream.ts";
import type { Calls } from "./logSession.ts";
import type { LogDestination, Trail } from "./trail.ts";

/**
 * The log stream that a trail writes to. Source: CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch
 * Logs for monitoring".
 */
export function logStream(
  { accountId, homeRegion }: Pick<Trail, "accountId" | "homeRegion">,
  { logGroupArn }: LogDestination,
): { readonly logGroupName: string; readonly logStreamName: string } {
  return {
    logGroupName: logGroupArn.split(":")[6] ?? "",
    logStreamName: `${accountId}_CloudTrail_${homeRegion}`,
  };
}

/** Makes the stream, unless it is there. Throws what CloudWatch Logs answers. */
export async function makeLogStream(
  calls: Calls,
  session: Principal,
  stream: ReturnType<typeof logStream>,
): Promise<void> {
  try {
    await calls.as(session, createLogStream, stream);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== "ResourceAlreadyExistsException") throw error;
  }
}
