import { AwsError } from "../../awsError.ts";
import type { Secret } from "./secret.ts";

/**
 * Throws InvalidParameterException for a replica: it changes with its primary secret alone.
 * Source of the message: public transcripts (cloud-nuke, issue 435).
 */
export function refuseReplica({ primary }: Secret): void {
  if (!primary) return;
  throw new AwsError(
    "InvalidParameterException",
    "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
  );
}
