import { paginateLookupEvents } from "@aws-sdk/client-cloudtrail";
import type { Action, Answer } from "../action.ts";
import { auditRecord, describeRecord, findRecord, type WantedRecord, type WithArn } from "../auditRecord.ts";

/**
 * Looks for a call of somebody in CloudTrail's event history. Yields `{ found }`: whether there is one; and of the newest such
 * `identity` (its type), `name` (of the user or the role's session) and `sourceIPAddress`.
 */
export function lookUpEvents<By extends string, Key extends string = never>(
  by: By,
  wanted: WantedRecord<Key>,
): Action<Record<By | Key, WithArn>> {
  return {
    operation: "cloudtrail:LookupEvents",
    attempt: `LookupEvents ${describeRecord(by, wanted)}`,
    async perform(deployed, session) {
      const input = { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: wanted.eventName } as const] };
      const keyArn = wanted.key && deployed[wanted.key].arn;
      let answered: Answer = { requestId: undefined, yielded: { found: false } };
      for await (const page of paginateLookupEvents({ client: session.cloudtrail }, input)) {
        const records = (page.Events ?? []).map(({ CloudTrailEvent: text = "{}" }) =>
          auditRecord.parse(JSON.parse(text)),
        );
        const yielded = findRecord(records, deployed[by].arn, wanted, keyArn);
        answered = { requestId: page.$metadata.requestId, yielded };
        if (yielded.found) break;
      }
      return answered;
    },
  };
}
