import type { CloudTrailEvent } from "../../audit/cloudTrailEvent.ts";
import { AwsError } from "../../awsError.ts";
import type { Dispatcher } from "../../dispatcher.ts";
import type { Instance } from "../../instance.ts";
import type { Registry } from "../../registry.ts";
import { digestFile, sha256 } from "./digestFile.ts";
import { trailsOf } from "./findTrail.ts";
import { LogDeliveries } from "./logDeliveries.ts";
import { logFile } from "./logFile.ts";
import { records } from "./records.ts";
import type { SigningKey } from "./signingKey.ts";
import type { Trail, TrailProgress } from "./trail.ts";

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
    const deliver = (): void => instance.tape.onItsOwn(() => void this.deliver().catch(reportBug));
    const gather = (event: CloudTrailEvent): void => this.#gather(event);
    instance.audit.onRecord(gather, () => hasTrail(instance), gather);
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
      keep(trail.progress.pending, event);
      if (trail.settings.logDestination) keep(trail.progress.pendingForLogs, event);
    }
  }

  async #deliverAll(): Promise<void> {
    for (const { regions } of this.#instance.accounts()) {
      for (const { cloudtrail } of [...regions.values()]) {
        for (const trail of cloudtrail.all()) {
          const before = { ...trail.progress };
          await this.#deliverOf(trail);
          await this.#deliverDigests(trail);
          await this.#logs.deliverOf(trail);
          if (hasDelivered(before, trail.progress)) this.#keep(trail);
        }
      }
    }
  }

  /** Events that cannot be delivered wait for the next time. */
  async #deliverOf(trail: Trail): Promise<void> {
    const attemptedAt = this.#instance.clock.now();
    const pending = trail.progress.pending;
    trail.progress.pending = [];
    for (const region of new Set(pending.map(({ awsRegion }) => awsRegion))) {
      const events = pending.filter(({ awsRegion }) => awsRegion === region);
      try {
        await this.#deliverEvents(trail, region, events, attemptedAt);
        trail.progress.lastDelivery = { attemptedAt };
        trail.progress.lastDeliveredAt = attemptedAt;
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        trail.progress.lastDelivery = { attemptedAt, error: error.code };
        trail.progress.pending = [...events, ...trail.progress.pending];
      }
    }
  }

  async #deliverEvents(trail: Trail, region: string, events: readonly CloudTrailEvent[], now: Date): Promise<void> {
    const content = JSON.stringify({ Records: events });
    const input = logFile(trail, region, content, now, this.#instance.random.fleeting);
    await this.#put(trail, input);
    if (!trail.settings.validatesLogFiles) return;
    const times = events.map(({ eventTime }) => eventTime).sort();
    const chain = trail.progress.digests.get(region) ?? { beganAt: now, files: [] };
    trail.progress.digests.set(region, chain);
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
    for (const [region, chain] of trail.progress.digests) {
      const startedAt = chain.last?.endedAt ?? chain.beganAt;
      if (endedAt.getTime() - startedAt.getTime() < digestInterval) continue;
      const key = await signingKeyOf(this.#instance, trail.accountId, region, startedAt);
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
        trail.progress.lastDigest = { attemptedAt: endedAt };
        trail.progress.lastDigestAt = endedAt;
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        trail.progress.lastDigest = { attemptedAt: endedAt, error: error.code };
      }
    }
  }

  /** As it is now: later events are kept on their own. */
  #keep({ accountId, homeRegion, arn, progress }: Trail): void {
    this.#instance.journal?.note({ trail: { accountId, homeRegion, arn, progress: structuredClone(progress) } });
  }

  async #put(trail: Trail, input: object): Promise<void> {
    const putObject = this.#registry.operation("s3", "PutObject");
    if (!putObject) throw new AwsError("NoSuchBucket", "The specified bucket does not exist");
    const { accountId, homeRegion, arn } = trail;
    await this.#dispatcher.invokeAsService("cloudtrail", putObject, input, {
      region: homeRegion,
      accountId,
      sourceArn: arn,
      wireRequestId: this.#instance.random.fleeting.uuid(),
    });
  }
}

function keep(waiting: CloudTrailEvent[], event: CloudTrailEvent): void {
  waiting.push(event);
  if (waiting.length > waitingCapacity) waiting.splice(0, waitingCapacity / 10);
}

/** Whether it is further than before: what could not be delivered waits as it did. */
function hasDelivered(before: TrailProgress, now: TrailProgress): boolean {
  return (["lastDeliveredAt", "lastDigestAt", "lastLogDeliveryAt"] as const).some((name) => now[name] !== before[name]);
}

/** The key of a region; made on first use. */
function signingKeyOf(instance: Instance, accountId: string, region: string, validFrom: Date): Promise<SigningKey> {
  const known = instance.findRegion(accountId, region)?.cloudtrail.signingKey;
  const make = (): Promise<SigningKey> =>
    instance.region(accountId, region).cloudtrail.useSigningKey(validFrom, instance.random);
  return known ?? instance.step({ kind: "signing key", accountId, region, validFrom }, make);
}

/** Whether any account has one. Asked with each call. */
function hasTrail(instance: Instance): boolean {
  for (const { regions } of instance.accounts()) {
    for (const { cloudtrail } of regions.values()) {
      if (!cloudtrail.isEmpty) return true;
    }
  }
  return false;
}
