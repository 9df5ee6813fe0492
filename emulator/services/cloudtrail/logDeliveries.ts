import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { AwsError } from "../../awsError.ts";
import { withinAws } from "../../callContext.ts";
import type { Dispatcher } from "../../dispatcher.ts";
import type { Instance } from "../../instance.ts";
import { putLogEvents } from "../logs/operations/putLogEvents.ts";
import { startLogSession, type Calls } from "./logSession.ts";
import { logStream, makeLogStream } from "./logStream.ts";
import type { LogDestination, Trail } from "./trail.ts";

/** What one call takes, in bytes and events. Source: CloudWatch Logs API Reference, PutLogEvents. */
const bytesOfBatch = 1_048_576;
const bytesOfEvent = 26;
const eventsOfBatch = 10_000;

/** Delivers what trails record to their log groups, with the roles that trails have for it. */
export class LogDeliveries {
  readonly #instance: Instance;
  readonly #dispatcher: Dispatcher;

  constructor(instance: Instance, dispatcher: Dispatcher) {
    this.#instance = instance;
    this.#dispatcher = dispatcher;
  }

  /** Events that cannot be delivered wait for the next time. */
  async deliverOf(trail: Trail): Promise<void> {
    const { logDestination } = trail.settings;
    const events = trail.progress.pendingForLogs;
    trail.progress.pendingForLogs = [];
    if (!logDestination || events.length === 0) return;
    const attemptedAt = this.#instance.clock.now();
    try {
      await this.#deliver(trail, logDestination, events);
      trail.progress.lastLogDelivery = { attemptedAt };
      trail.progress.lastLogDeliveryAt = attemptedAt;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      trail.progress.lastLogDelivery = { attemptedAt, error: error.code };
      trail.progress.pendingForLogs = [...events, ...trail.progress.pendingForLogs];
    }
  }

  /** Log events have the moment of their delivery. Whether AWS's have that of the record is not recorded anywhere. */
  async #deliver(trail: Trail, destination: LogDestination, events: readonly CloudTrailEvent[]): Promise<void> {
    const calls = this.#callsOf(trail);
    const session = await startLogSession(calls, destination);
    const stream = logStream(trail, destination);
    await makeLogStream(calls, session, stream);
    const timestamp = this.#instance.clock.now().getTime();
    for (const messages of batches(events.map((event) => JSON.stringify(event)))) {
      const logEvents = messages.map((message) => ({ timestamp, message }));
      await calls.as(session, putLogEvents, { ...stream, logEvents });
    }
  }

  #callsOf({ homeRegion: region, accountId, arn: sourceArn }: Trail): Calls {
    const wireRequestId = this.#instance.random.fleeting.uuid();
    const requestId = wireRequestId;
    return {
      instance: this.#instance,
      asCloudTrail: (operation, input) =>
        this.#dispatcher.invokeAsService("cloudtrail", operation, input, {
          region,
          accountId,
          sourceArn,
          wireRequestId,
        }),
      as: (caller, operation, input) =>
        this.#dispatcher.invoke(operation, input, { caller, region, requestId, wireRequestId, origin: withinAws }),
    };
  }
}

/** Messages in their order, as many at once as a call takes. */
function batches(messages: readonly string[]): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = Buffer.byteLength(message) + bytesOfEvent;
    const last = found.at(-1);
    if (!last || bytes > room || last.length >= eventsOfBatch) {
      found.push([message]);
      room = bytesOfBatch - bytes;
    } else {
      last.push(message);
      room -= bytes;
    }
  }
  return found;
}
