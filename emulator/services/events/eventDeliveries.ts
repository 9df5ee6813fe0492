import { AwsError } from "../../awsError.ts";
import type { Dispatcher } from "../../dispatcher.ts";
import type { Instance } from "../../instance.ts";
import type { Operation } from "../../operation.ts";
import { invoke } from "../lambda/operations/invoke.ts";
import { createLogStream } from "../logs/operations/createLogStream.ts";
import { putLogEvents } from "../logs/operations/putLogEvents.ts";
import type { BusEvent } from "./busEvent.ts";
import { countRule, type RuleMetric } from "./countRule.ts";
import { dueSchedules, hasDueSchedules } from "./dueSchedules.ts";
import type { Rule, Target } from "./rule.ts";
import { targetInput } from "./targetInput.ts";
import { isReadOnlyCall, trailEvent } from "./trailEvent.ts";

/** How often schedules are looked at, in milliseconds. */
const interval = 60_000;

/** Lets rules hear of events, and sends these to their targets: the one place that the clock drives. */
export class EventDeliveries {
  readonly #instance: Instance;
  readonly #dispatcher: Dispatcher;
  readonly #reportBug: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #round: Promise<void> = Promise.resolve();

  /** @param reportBug hears of errors that are no answer of AWS */
  constructor(instance: Instance, dispatcher: Dispatcher, reportBug: (error: unknown) => void) {
    this.#instance = instance;
    this.#dispatcher = dispatcher;
    this.#reportBug = reportBug;
    instance.audit.onRecord(
      (record) => {
        const event = trailEvent(instance, record);
        if (event) instance.eventBus.publish(event);
      },
      () => false,
    );
    const { tape } = instance;
    instance.eventBus.onPublish((event) => tape.onItsOwn(() => this.#hear(event)));
    const runSchedules = (): void => tape.onItsOwn(() => void this.#runSchedules().catch(reportBug));
    instance.clock.onAdvance(runSchedules);
    this.#timer = setInterval(runSchedules, interval);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #hear(event: BusEvent): void {
    const isReadOnly = isReadOnlyCall(event["detail-type"], event.detail);
    for (const rule of this.#instance.findRegion(event.account, event.region)?.events.rules() ?? []) {
      const { state, pattern } = rule.settings;
      if (state === "DISABLED" || (isReadOnly && state === "ENABLED")) continue;
      if (!pattern?.matches(event)) continue;
      this.#count("MatchedEvents", rule);
      this.#trigger(rule, event);
    }
  }

  async #runSchedules(): Promise<void> {
    if (!hasDueSchedules(this.#instance)) return;
    const due = (): ReturnType<typeof dueSchedules> => dueSchedules(this.#instance);
    const found = await this.#instance.step({ kind: "schedules" }, async () => Promise.resolve(due()));
    for (const { rule, event } of found) this.#trigger(rule, event);
  }

  /** Targets get events one after the other, in the order in which these came. */
  #trigger(rule: Rule, event: BusEvent): void {
    this.#count("TriggeredRules", rule);
    for (const target of rule.targets.values()) {
      this.#round = this.#round.then(() => this.#invoke(rule, target, event)).catch(this.#reportBug);
    }
  }

  /** AWS tries again for a day; here, an event that a target refuses is lost at once. */
  async #invoke(rule: Rule, target: Target, event: BusEvent): Promise<void> {
    this.#count("Invocations", rule);
    const input = targetInput(event, target, rule);
    try {
      await (target.kind === "function" ? this.#call(rule, target, input) : this.#log(rule, target, event, input));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.#count("FailedInvocations", rule);
    }
  }

  async #call(rule: Rule, { stated: { Arn: FunctionName } }: Target, input: string): Promise<void> {
    await this.#asEventBridge(rule, invoke, { FunctionName, InvocationType: "Event", Payload: Buffer.from(input) });
  }

  /** Each event has a log stream of its own. How AWS names them is not recorded anywhere. */
  async #log(rule: Rule, { stated: { Arn } }: Target, event: BusEvent, message: string): Promise<void> {
    const stream = { logGroupName: Arn.split(":")[6] ?? "", logStreamName: event.id };
    await this.#asEventBridge(rule, createLogStream, stream);
    const logEvents = [{ timestamp: this.#instance.clock.now().getTime(), message }];
    await this.#asEventBridge(rule, putLogEvents, { ...stream, logEvents });
  }

  #asEventBridge<Input, Output extends object>(
    { region, accountId, arn: sourceArn }: Rule,
    operation: Operation<Input, Output>,
    input: Input,
  ): Promise<Output> {
    const work = { region, accountId, sourceArn, wireRequestId: this.#instance.random.fleeting.uuid() };
    return this.#dispatcher.invokeAsService("events", operation, input, work);
  }

  #count(name: RuleMetric, { accountId, region, name: ruleName }: Rule): void {
    const counted = { name, accountId, region, ruleName };
    const task = { kind: "rule metric", ...counted } as const;
    const count = async (): Promise<void> => Promise.resolve(countRule(this.#instance, counted));
    void this.#instance.step(task, count).catch(this.#reportBug);
  }
}
