import { recordServiceEvent } from "../../audit/recordServiceEvent.ts";
import type { Instance } from "../../instance.ts";
import type { Secret } from "./secret.ts";

/** Source: Secrets Manager User Guide, "AWS CloudTrail entries for Secrets Manager", events of rotation. */
export function recordRotation(
  instance: Instance,
  { accountId, region, arn }: Pick<Secret, "accountId" | "region" | "arn">,
  eventName: "RotationStarted" | "RotationSucceeded" | "RotationFailed",
): void {
  recordServiceEvent(instance, {
    accountId,
    region,
    eventSource: "secretsmanager.amazonaws.com",
    eventName,
    at: instance.clock.now(),
    additionalEventData: { SecretId: arn },
  });
}
