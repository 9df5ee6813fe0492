import { paginateLookupEvents } from "@aws-sdk/client-cloudtrail";
import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import { z } from "zod";
import type { Action, Answer } from "../action.ts";

/** What an event must show to be counted. */
export interface WantedEvent {
  readonly eventName: string;
  /** As CloudTrail records it: `AccessDenied`. */
  readonly errorCode?: string;
  /** The service that made the call for the user, for example `dynamodb.amazonaws.com`. */
  readonly invokedBy?: string;
}

const record = z.object({
  eventName: z.string(),
  errorCode: z.string().optional(),
  userIdentity: z.object({ arn: z.string().optional(), invokedBy: z.string().optional() }),
});

/** Looks for events of a user in CloudTrail's event history. Yields `{ found }`: whether there is one. */
export function lookUpEvents<User extends string>(
  user: User,
  wanted: WantedEvent,
): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "cloudtrail:LookupEvents",
    attempt: `LookupEvents ${wanted.eventName} by ${user}`,
    async perform(deployed, session) {
      const input = { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: wanted.eventName } as const] };
      let answered: Answer = { requestId: undefined, yielded: { found: false } };
      for await (const page of paginateLookupEvents({ client: session.cloudtrail }, input)) {
        const found = (page.Events ?? []).some(({ CloudTrailEvent: text = "{}" }) =>
          isWanted(record.parse(JSON.parse(text)), deployed[user].arn, wanted),
        );
        answered = { requestId: page.$metadata.requestId, yielded: { found } };
        if (found) break;
      }
      return answered;
    },
  };
}

function isWanted(found: z.infer<typeof record>, userArn: string, wanted: WantedEvent): boolean {
  return (
    found.userIdentity.arn === userArn &&
    found.errorCode === wanted.errorCode &&
    found.userIdentity.invokedBy === wanted.invokedBy
  );
}
