import type { PutEventsRequestEntry, PutEventsResultEntry } from "@aws-sdk/client-eventbridge";
import type { CallContext } from "../../callContext.ts";
import type { Input } from "../../operation.ts";
import { isRecord } from "../../protocols/validate.ts";

/**
 * Tells the bus of an event, or says why not: other entries of the request are not touched by that.
 * Source: EventBridge API Reference, PutEvents; public transcripts of its answers.
 */
export function putEntry(context: CallContext, entry: Input<PutEventsRequestEntry>): PutEventsResultEntry {
  const { Source: source, DetailType: detailType, Detail, Resources: resources = [], Time: at = context.now } = entry;
  if (!source) return missing("Source");
  if (!detailType) return missing("DetailType");
  if (Detail === undefined) return missing("Detail");
  if (source.startsWith("aws.")) return failed("NotAuthorizedForSourceException", "Not authorized for the source.");
  const detail = objectOf(Detail);
  if (!detail) return failed("MalformedDetail", "Detail is malformed.");
  const { accountId, region, instance } = context;
  return { EventId: instance.eventBus.publish({ accountId, region, source, detailType, resources, detail, at }) };
}

function missing(name: string): PutEventsResultEntry {
  return failed("InvalidArgument", `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
}

function failed(ErrorCode: string, ErrorMessage: string): PutEventsResultEntry {
  return { ErrorCode, ErrorMessage };
}

function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
