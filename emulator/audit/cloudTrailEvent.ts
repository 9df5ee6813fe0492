/**
 * A CloudTrail record as AWS writes it.
 * Source: CloudTrail User Guide, "CloudTrail record contents"; KMS Developer Guide, "Examples of AWS KMS log entries".
 */
export interface CloudTrailEvent {
  readonly eventVersion: string;
  readonly userIdentity: Readonly<Record<string, unknown>>;
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: object | null;
  readonly responseElements: object | null;
  readonly additionalEventData?: object;
  readonly requestID: string;
  readonly eventID: string;
  /** The same in all copies of an event that several accounts, or a service and an account, hear of. */
  readonly sharedEventID?: string;
  readonly readOnly: boolean;
  readonly resources?: readonly { readonly accountId: string; readonly type: string; readonly ARN: string }[];
  readonly eventType: "AwsApiCall" | "AwsServiceEvent";
  readonly managementEvent: boolean;
  readonly recipientAccountId: string;
  readonly eventCategory: "Management" | "Data";
}
