import { createHash } from "node:crypto";
import type { LookupEventsCommandInput } from "@aws-sdk/client-cloudtrail";
import * as z from "zod";
import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";

/** The default, and the most, that one page holds. Source: CloudTrail API Reference, LookupEvents. */
const defaultPageSize = 50;

/** Where the next page begins, and which lookup it continues. */
const token = z.strictObject({ after: z.string(), lookup: z.string() });

/**
 * One page of the events that a lookup accepts, newest first; `events` come oldest first, and no more of them are looked at
 * than it takes. A token names the last event shown, so that events that happen
 * between two pages move nothing. Throws InvalidNextTokenException for a token of another lookup, or of none.
 */
export function pageOfEvents(
  events: readonly CloudTrailEvent[],
  accepts: (event: CloudTrailEvent) => boolean,
  input: Input<LookupEventsCommandInput>,
): { items: readonly CloudTrailEvent[]; nextToken?: string } {
  const { NextToken, MaxResults: size = defaultPageSize } = input;
  const lookup = fingerprint(input);
  const start = NextToken === undefined ? events.length : positionOf(events, NextToken, lookup);
  const found: CloudTrailEvent[] = [];
  // One more than is shown tells whether there is another page.
  for (let index = start - 1; index >= 0 && found.length <= size; index--) {
    const event = events[index];
    if (event && accepts(event)) found.push(event);
  }
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, nextToken: last && found.length > size ? writeToken({ after: last.eventID, lookup }) : undefined };
}

function positionOf(events: readonly CloudTrailEvent[], text: string, lookup: string): number {
  const { after, lookup: ofToken } = readToken(text);
  const index = events.findLastIndex(({ eventID }) => eventID === after);
  if (index < 0 || ofToken !== lookup) throw invalidToken();
  return index;
}

/** A token continues the lookup it came from; only the size of the pages may change. */
function fingerprint({ StartTime, EndTime, LookupAttributes }: Input<LookupEventsCommandInput>): string {
  return createHash("sha256")
    .update(JSON.stringify([StartTime, EndTime, LookupAttributes]))
    .digest("base64url");
}

function writeToken(parts: z.infer<typeof token>): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function readToken(text: string): z.infer<typeof token> {
  try {
    return token.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw invalidToken();
  }
}

function invalidToken(): AwsError {
  return new AwsError(
    "InvalidNextTokenException",
    "Invalid token or token that was previously used in a request with different parameters.",
  );
}
