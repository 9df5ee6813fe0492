import type { Instance } from "../../instance.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * CloudTrail's record of a key whose waiting period has ended: an event of KMS itself, nobody called anything.
 * Source: KMS Developer Guide, "DeleteKey" among the examples of log entries.
 */
export function recordKeyDeletion(instance: Instance, key: KmsKey, date: Date): void {
  const { accountId, arn, region } = key;
  instance.audit.record({
    eventVersion: "1.11",
    userIdentity: { accountId, invokedBy: "AWS Internal" },
    eventTime: date.toISOString().replace(/\.\d{3}Z$/, "Z"),
    eventSource: "kms.amazonaws.com",
    eventName: "DeleteKey",
    awsRegion: region,
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    responseElements: null,
    requestID: instance.random.uuid(),
    eventID: instance.random.uuid(),
    readOnly: false,
    resources: [{ accountId, type: "AWS::KMS::Key", ARN: arn }],
    eventType: "AwsServiceEvent",
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: "Management",
  });
}
