import type { LookupEventsCommandInput, LookupEventsCommandOutput } from "@aws-sdk/client-cloudtrail";
import type { CloudTrailEvent } from "../../../audit/cloudTrailEvent.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { eventFilter } from "../eventFilter.ts";
import { pageOfEvents } from "../pageOfEvents.ts";
import { shownEvent } from "../shownEvent.ts";

/** Looks for management events of the last 90 days in the caller's account and region, newest first. */
export const lookupEvents = operation<Input<LookupEventsCommandInput>, Output<LookupEventsCommandOutput>>({
  service: "cloudtrail",
  name: "LookupEvents",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html",
  readOnly: true,
  unsupported: ["EventCategory"],
  access: ({ accountId }) => [
    { action: "cloudtrail:LookupEvents", resource: { arn: "*", shownAs: "", accountId, policyIsRequired: false } },
  ],
  run: ({ instance, accountId, region, now }, input) => {
    const accepts = eventFilter(input, now);
    const isShown = (event: CloudTrailEvent): boolean => event.awsRegion === region && accepts(event);
    const { items, nextToken } = pageOfEvents(instance.audit.eventsOf(accountId), isShown, input);
    return { Events: items.map(shownEvent), NextToken: nextToken };
  },
});
