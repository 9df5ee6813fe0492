import type { PutEventsCommandInput, PutEventsCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { putEntry } from "../putEntry.ts";
import { busAccess, checkBus } from "../ruleAccess.ts";

/** Tells the default bus of events: each entry for itself. */
export const putEvents = operation<Input<PutEventsCommandInput>, Output<PutEventsCommandOutput>>({
  service: "events",
  name: "PutEvents",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html",
  readOnly: false,
  unsupported: ["EndpointId"],
  audit: { kind: "data" },
  access: (context, { Entries }) =>
    Entries.map(({ EventBusName, Source, DetailType }) =>
      busAccess(context, "PutEvents", EventBusName, {
        "events:source": Source,
        "events:detail-type": DetailType,
        "events:eventBusInvocation": false,
      }),
    ),
  run: (context, { Entries: entries }) => {
    for (const { EventBusName } of entries) checkBus(context, EventBusName);
    const Entries = entries.map((entry) => putEntry(context, entry));
    return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries };
  },
});
