import type { AdvancedEventSelector, AdvancedFieldSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import type { Input } from "../../operation.ts";
import type { TrailSelectors } from "./trail.ts";

/** The fields that advanced selectors look at here. Source: CloudTrail API Reference, AdvancedFieldSelector. */
const fields: Readonly<Record<string, (event: CloudTrailEvent) => readonly string[]>> = {
  eventCategory: ({ eventCategory }) => [eventCategory],
  eventName: ({ eventName }) => [eventName],
  eventSource: ({ eventSource }) => [eventSource],
  eventType: ({ eventType }) => [eventType],
  readOnly: ({ readOnly }) => [String(readOnly)],
  "resources.ARN": ({ resources = [] }) => resources.map(({ ARN }) => ARN),
  "resources.type": ({ resources = [] }) => resources.map(({ type }) => type),
  "userIdentity.arn": ({ userIdentity: { arn } }) => (typeof arn === "string" ? [arn] : []),
};

export const selectableFields: readonly string[] = Object.keys(fields);

/** Whether a trail with these selectors records an event. Without any it records all management events. */
export function selects({ basic, advanced }: TrailSelectors, event: CloudTrailEvent): boolean {
  if (advanced) return advanced.some((selector) => selectsAdvanced(selector, event));
  return (basic ?? [{}]).some((selector) => selectsBasic(selector, event));
}

function selectsBasic(selector: Input<EventSelector>, event: CloudTrailEvent): boolean {
  const { ReadWriteType = "All", IncludeManagementEvents = true, ExcludeManagementEventSources = [] } = selector;
  if (ReadWriteType !== "All" && (ReadWriteType === "ReadOnly") !== event.readOnly) return false;
  if (event.managementEvent)
    return IncludeManagementEvents && !ExcludeManagementEventSources.includes(event.eventSource);
  const { DataResources = [] } = selector;
  return DataResources.some(({ Type, Values = [] }) =>
    (event.resources ?? []).some(({ type, ARN }) => type === Type && Values.some((value) => isUnder(ARN, Type, value))),
  );
}

/** S3's values are prefixes of objects' ARNs; of tables and functions they are whole ARNs, or `arn:aws:lambda` for all. */
function isUnder(arn: string, type: string, value: string): boolean {
  if (type === "AWS::S3::Object") return arn.startsWith(value);
  return arn === value || (value.split(":").length === 3 && arn.startsWith(`${value}:`));
}

function selectsAdvanced({ FieldSelectors }: Input<AdvancedEventSelector>, event: CloudTrailEvent): boolean {
  return FieldSelectors.every((selector) => accepts(selector, fields[selector.Field]?.(event) ?? []));
}

/** All stated operators must accept: of a positive one any value, of a negative one no value may be among the event's. */
function accepts(selector: Input<AdvancedFieldSelector>, values: readonly string[]): boolean {
  const { Equals, StartsWith, EndsWith, NotEquals, NotStartsWith, NotEndsWith } = selector;
  const has = (wanted: readonly string[], matches: (value: string, one: string) => boolean): boolean =>
    wanted.some((one) => values.some((value) => matches(value, one)));
  const same = (value: string, one: string): boolean => value === one;
  const begins = (value: string, one: string): boolean => value.startsWith(one);
  const ends = (value: string, one: string): boolean => value.endsWith(one);
  return (
    (!Equals || has(Equals, same)) &&
    (!StartsWith || has(StartsWith, begins)) &&
    (!EndsWith || has(EndsWith, ends)) &&
    !has(NotEquals ?? [], same) &&
    !has(NotStartsWith ?? [], begins) &&
    !has(NotEndsWith ?? [], ends)
  );
}
