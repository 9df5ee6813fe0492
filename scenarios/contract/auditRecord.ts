import * as z from "zod";

/** What a record of CloudTrail must show to be counted. */
export interface WantedRecord<Key extends string = string> {
  readonly eventName: string;
  /** As CloudTrail records it: `AccessDenied`. Default: it went well. */
  readonly errorCode?: string;
  /** The service that made the call for somebody, for example `dynamodb.amazonaws.com`. Default: none, it was made directly. */
  readonly invokedBy?: string;
  /** The key that it was about. Default: any; a denied call names none. */
  readonly key?: Key;
}

/** Who or what has an ARN: a user, a role whose sessions are meant, a key. */
export interface WithArn {
  readonly arn: string;
}

/** A record, as far as scenarios look at it. Source: CloudTrail User Guide, "CloudTrail record contents". */
export const auditRecord = z.object({
  eventName: z.string(),
  errorCode: z.string().optional(),
  sourceIPAddress: z.string(),
  resources: z.array(z.object({ ARN: z.string().optional() })).optional(),
  userIdentity: z.object({
    type: z.string().optional(),
    arn: z.string().optional(),
    invokedBy: z.string().optional(),
    sessionContext: z.object({ sessionIssuer: z.object({ arn: z.string().optional() }).optional() }).optional(),
  }),
});

export type AuditRecord = z.infer<typeof auditRecord>;

/** What is wanted, for people: `Decrypt by user through dynamodb.amazonaws.com, AccessDenied`. */
export function describeRecord(by: string, { eventName, errorCode, invokedBy }: WantedRecord): string {
  const through = invokedBy === undefined ? "" : ` through ${invokedBy}`;
  return `${eventName} by ${by}${through}${errorCode === undefined ? "" : `, ${errorCode}`}`;
}

/** The first of the records that is wanted, as scenarios see it: `{ found: false }` if there is none. */
export function findRecord<Key extends string>(
  records: readonly AuditRecord[],
  byArn: string,
  wanted: WantedRecord<Key>,
  keyArn: string | undefined,
) {
  const found = records.find((record) => isWanted(record, byArn, wanted, keyArn));
  if (found === undefined) return { found: false };
  const { sourceIPAddress, userIdentity } = found;
  const { type, arn = "" } = userIdentity;
  return { found: true, identity: type, name: arn.slice(arn.lastIndexOf("/") + 1), sourceIPAddress };
}

function isWanted(record: AuditRecord, byArn: string, wanted: WantedRecord, keyArn: string | undefined): boolean {
  const { arn, invokedBy, sessionContext } = record.userIdentity;
  return (
    record.eventName === wanted.eventName &&
    record.errorCode === wanted.errorCode &&
    invokedBy === wanted.invokedBy &&
    [arn, sessionContext?.sessionIssuer?.arn].includes(byArn) &&
    (keyArn === undefined || (record.resources ?? []).some(({ ARN }) => ARN === keyArn))
  );
}
