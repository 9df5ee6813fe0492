import { paginateLookupEvents } from "@aws-sdk/client-cloudtrail";
import type { Session } from "../../scenarios/contract/session.ts";
import { readStudentEvent, type StudentEvent } from "../progress/studentEvent.ts";

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
  const made: StudentEvent[] = [];
  const LookupAttributes = [{ AttributeKey: "EventName" as const, AttributeValue: "CreateKey" }];
  for await (const { Events = [] } of paginateLookupEvents({ client }, { LookupAttributes, StartTime: since })) {
    made.push(
      ...Events.flatMap(({ CloudTrailEvent = "{}" }) => readStudentEvent(JSON.parse(CloudTrailEvent), leases) ?? []),
    );
  }
  return keysMadeIn(made);
}

/** The ids of the leases in which keys were made, by the ARNs of the keys. */
export function keysMadeIn(events: readonly StudentEvent[]): ReadonlyMap<string, string> {
  const made = events.filter(({ action, error }) => action === "kms:CreateKey" && error === undefined);
  return new Map(made.flatMap(({ resources, lease }) => resources.map((arn) => [arn, lease] as const)));
}
