import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { AwsError } from "../../awsError.ts";
import type { Dispatcher } from "../../dispatcher.ts";
import type { AccountState, Instance } from "../../instance.ts";
import type { Registry } from "../../registry.ts";
import { digestFile, sha256 } from "./digestFile.ts";
import { trailsOf } from "./findTrail.ts";
import { LogDeliveries } from "./logDeliveries.ts";
import { logFile } from "./logFile.ts";
import { records } from "./records.ts";
import type { Trail } from "./trail.ts";

/** How often files are delivered, in milliseconds. Source: CloudTrail User Guide, "How CloudTrail works": about every 5 minutes. */
const interval = 5 * 60 * 1000;

/** How often digests are delivered, in milliseconds. Source: CloudTrail User Guide, "Validating CloudTrail log file integrity". */
const digestInterval = 60 * 60 * 1000;

/** How many events wait for a bucket or log group that cannot be written to; the oldest are forgotten first. */
const waitingCapacity = 10_000;

/** Gathers what trails record, and delivers it: the one place that the clock drives. */
export class TrailDeliveries {
  readonly #instance: Instance;
  readonly #registry: Registry;
  readonly #dispatcher: Dispatcher;
  readonly #logs: LogDeliveries;
  readonly #timer: NodeJS.Timeout;
  #round: Promise<void> = Promise.resolve();

  /** @param reportBug hears of errors that are no answer of AWS */
  constructor(instance: Instance, registry: Registry, dispatcher: Dispatcher, reportBug: (error: unknown) => void) {
    this.#instance = instance;
    this.#registry = registry;
    this.#dispatcher = dispatcher;
    this.#logs = new LogDeliveries(instance, dispatcher);
    const deliver = (): void => void this.deliver().catch(reportBug);
    instance.audit.onRecord(
      (event) => this.#gather(event),
      () => instance.accounts().some(hasTrail),
    );
    instance.clock.onAdvance(deliver);
    this.#timer = setInterval(deliver, interval);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Delivers what waits, after the deliveries that are under way. */
  deliver(): Promise<void> {
    this.#round = this.#round.catch(() => undefined).then(() => this.#deliverAll());
    return this.#round;
  }

  #gather(event: CloudTrailEvent): void {
    for (const trail of trailsOf(this.#instance, event.recipientAccountId)) {
      if (!records(trail, event)) continue;
      keep(trail.pending, event);
      if (trail.settings.logDestination) keep(trail.pendingForLogs, event);
    }
  }

  async #deliverAll(): Promise<void> {
    for (const { regions } of this.#instance.accounts()) {
      for (const { cloudtrail } of [...regions.values()]) {
        for (const trail of cloudtrail.all()) {
          await this.#deliverOf(trail);
          await this.#deliverDigests(trail);
          await this.#logs.deliverOf(trail);
        }
      }
    }
  }

  /** Events that cannot be delivered wait for the next time. */
  async #deliverOf(trail: Trail): Promise<void> {
    const attemptedAt = this.#instance.clock.now();
    const pending = trail.pending;
    trail.pending = [];
    for (const region of new Set(pending.map(({ awsRegion }) => awsRegion))) {
      const events = pending.filter(({ awsRegion }) => awsRegion === region);
      try {
        await this.#deliverEvents(trail, region, events, attemptedAt);
        trail.lastDelivery = { attemptedAt };
        trail.lastDeliveredAt = attemptedAt;
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        trail.lastDelivery = { attemptedAt, error: error.code };
        trail.pending = [...events, ...trail.pending];
      }
    }
  }

  async #deliverEvents(trail: Trail, region: string, events: readonly CloudTrailEvent[], now: Date): Promise<void> {
    const content = JSON.stringify({ Records: events });
    const input = logFile(trail, region, content, now, this.#instance.random);
    await this.#put(trail, input);
    if (!trail.settings.validatesLogFiles) return;
    const times = events.map(({ eventTime }) => eventTime).sort();
    const chain = trail.digests.get(region) ?? { beganAt: now, files: [] };
    trail.digests.set(region, chain);
    chain.files.push({
      s3Bucket: input.Bucket,
      s3Object: input.Key,
      hashValue: sha256(content),
      hashAlgorithm: "SHA-256",
      newestEventTime: times.at(-1) ?? "",
      oldestEventTime: times[0] ?? "",
    });
  }

  /** One digest of each region for what has been delivered an hour or longer since the last; hours without files in one. */
  async #deliverDigests(trail: Trail): Promise<void> {
    const endedAt = this.#instance.clock.now();
    for (const [region, chain] of trail.digests) {
      const startedAt = chain.last?.endedAt ?? chain.beganAt;
      if (endedAt.getTime() - startedAt.getTime() < digestInterval) continue;
      const key = await this.#instance.region(trail.accountId, region).cloudtrail.useSigningKey(startedAt);
      const { digest, input } = digestFile(trail, region, chain.files, {
        previous: chain.last,
        startedAt,
        endedAt,
        key,
      });
      try {
        await this.#put(trail, input);
        chain.last = digest;
        chain.files = [];
        trail.lastDigest = { attemptedAt: endedAt };
        trail.lastDigestAt = endedAt;
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        trail.lastDigest = { attemptedAt: endedAt, error: error.code };
      }
    }
  }

  async #put(trail: Trail, input: object): Promise<void> {
    const putObject = this.#registry.operation("s3", "PutObject");
    if (!putObject) throw new AwsError("NoSuchBucket", "The specified bucket does not exist");
    const { accountId, homeRegion, arn } = trail;
    await this.#dispatcher.invokeAsService("cloudtrail", putObject, input, {
      region: homeRegion,
      accountId,
      sourceArn: arn,
      wireRequestId: this.#instance.random.uuid(),
    });
  }
}

function keep(waiting: CloudTrailEvent[], event: CloudTrailEvent): void {
  waiting.push(event);
  if (waiting.length > waitingCapacity) waiting.splice(0, waitingCapacity / 10);
}

function hasTrail({ regions }: AccountState): boolean {
  return [...regions.values()].some(({ cloudtrail }) => cloudtrail.all().length > 0);
}
