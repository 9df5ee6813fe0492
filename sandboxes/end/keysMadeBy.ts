import { paginateLookupEvents } from "@aws-sdk/client-cloudtrail";
import type { Session } from "../../scenarios/contract/session.ts";
import { readStudentEvent } from "../progress/studentEvent.ts";

/**
 * In which sandbox each key was made, as CloudTrail tells: a key without a tag and an alias says nothing of it, and one whose policy shuts the instructor
 * out cannot even be asked.
 *
 * @param leases ids
 */
export async function keysMadeBy(
  { cloudtrail: client }: Session,
  leases: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  const LookupAttributes = [{ AttributeKey: "EventName" as const, AttributeValue: "CreateKey" }];
  for await (const { Events = [] } of paginateLookupEvents({ client }, { LookupAttributes, StartTime: since })) {
    for (const { CloudTrailEvent = "{}" } of Events) {
      const event = readStudentEvent(JSON.parse(CloudTrailEvent), leases);
      if (event?.error === undefined) for (const arn of event?.resources ?? []) made.set(arn, event?.lease ?? "");
    }
  }
  return made;
}
