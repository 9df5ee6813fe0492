import { GetEventSelectorsCommand, PutEventSelectorsCommand, ReadWriteType } from "@aws-sdk/client-cloudtrail";
import type { AdvancedFieldSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import * as z from "zod";
import type { Aws } from "./aws.ts";

const texts = z.array(z.string()).default([]);

/** Which events a trail records, as programs write it. */
export const eventSelectors = z.array(
  z.strictObject({
    dataResources: z.array(z.strictObject({ type: z.string(), values: z.array(z.string()) })).default([]),
    excludeManagementEventSources: texts,
    includeManagementEvents: z.boolean().default(true),
    readWriteType: z.enum(ReadWriteType).default("All"),
  }),
);

/** The same with conditions on the fields of an event. */
export const advancedEventSelectors = z.array(
  z.strictObject({
    fieldSelectors: z.array(
      z.strictObject({
        endsWiths: texts,
        equals: texts,
        field: z.string(),
        notEndsWiths: texts,
        notEquals: texts,
        notStartsWiths: texts,
        startsWiths: texts,
      }),
    ),
    name: z.string().default(""),
  }),
);

interface Selectors {
  readonly eventSelectors?: z.output<typeof eventSelectors> | undefined;
  readonly advancedEventSelectors?: z.output<typeof advancedEventSelectors> | undefined;
}

/** Says which events a trail records: where a program says nothing, management events, as a new trail does. */
export async function putSelectors(aws: Aws, trail: string, wanted: Selectors): Promise<void> {
  const advanced = wanted.advancedEventSelectors ?? [];
  const basic = wanted.eventSelectors ?? [];
  await aws.cloudTrail.send(
    new PutEventSelectorsCommand({
      TrailName: trail,
      ...(advanced.length > 0
        ? { AdvancedEventSelectors: advanced.map(advancedRequest) }
        : { EventSelectors: basic.length > 0 ? basic.map(basicRequest) : [managementEvents] }),
    }),
  );
}

const managementEvents: EventSelector = { ReadWriteType: "All", IncludeManagementEvents: true };

function basicRequest(selector: z.output<typeof eventSelectors>[number]): EventSelector {
  return {
    DataResources: selector.dataResources.map(({ type: Type, values: Values }) => ({ Type, Values })),
    ExcludeManagementEventSources: selector.excludeManagementEventSources,
    IncludeManagementEvents: selector.includeManagementEvents,
    ReadWriteType: selector.readWriteType,
  };
}

function advancedRequest({ fieldSelectors, name }: z.output<typeof advancedEventSelectors>[number]) {
  return {
    Name: name === "" ? undefined : name,
    FieldSelectors: fieldSelectors.map((selector) => ({
      Field: selector.field,
      EndsWith: orNothing(selector.endsWiths),
      Equals: orNothing(selector.equals),
      NotEndsWith: orNothing(selector.notEndsWiths),
      NotEquals: orNothing(selector.notEquals),
      NotStartsWith: orNothing(selector.notStartsWiths),
      StartsWith: orNothing(selector.startsWiths),
    })),
  };
}

function orNothing(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Which events a trail records, where somebody has said so. */
export async function readSelectors(aws: Aws, trail: string): Promise<Required<Selectors>> {
  const found = await aws.cloudTrail.send(new GetEventSelectorsCommand({ TrailName: trail }));
  return {
    advancedEventSelectors: (found.AdvancedEventSelectors ?? []).map(({ Name = "", FieldSelectors = [] }) => ({
      name: Name,
      fieldSelectors: FieldSelectors.map(readField),
    })),
    eventSelectors: (found.EventSelectors ?? []).map((selector) => ({
      dataResources: (selector.DataResources ?? []).map(({ Type = "", Values = [] }) => ({
        type: Type,
        values: Values,
      })),
      excludeManagementEventSources: selector.ExcludeManagementEventSources ?? [],
      includeManagementEvents: selector.IncludeManagementEvents ?? true,
      readWriteType: selector.ReadWriteType ?? "All",
    })),
  };
}

function readField(selector: AdvancedFieldSelector) {
  return {
    endsWiths: selector.EndsWith ?? [],
    equals: selector.Equals ?? [],
    field: selector.Field ?? "",
    notEndsWiths: selector.NotEndsWith ?? [],
    notEquals: selector.NotEquals ?? [],
    notStartsWiths: selector.NotStartsWith ?? [],
    startsWiths: selector.StartsWith ?? [],
  };
}
