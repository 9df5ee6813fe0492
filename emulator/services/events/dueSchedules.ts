import type { Instance } from "../../instance.ts";
import type { BusEvent } from "./busEvent.ts";
import type { Rule } from "./rule.ts";
import { wholeSeconds } from "../../wholeSeconds.ts";

/**
 * The rules whose schedules are due, each with its event. Where the clock has passed over several times, the last one counts.
 * Source of the event: EventBridge User Guide, "Creating a rule that runs on a schedule".
 */
export function dueSchedules(instance: Instance): { readonly rule: Rule; readonly event: BusEvent }[] {
  const now = instance.clock.now().getTime();
  return rulesOf(instance).flatMap((rule) => {
    const { dueAt, settings } = rule;
    if (dueAt === undefined || !settings.schedule || dueAt > now) return [];
    const { period } = settings.schedule;
    const last = dueAt + Math.floor((now - dueAt) / period) * period;
    rule.dueAt = last + period;
    if (settings.state === "DISABLED") return [];
    const { arn, accountId: account, region } = rule;
    const what = {
      "detail-type": "Scheduled Event",
      source: "aws.events",
      account,
      time: wholeSeconds(new Date(last)),
    };
    const event: BusEvent = {
      version: "0",
      id: instance.random.fleeting.uuid(),
      ...what,
      region,
      resources: [arn],
      detail: {},
    };
    return [{ rule, event }];
  });
}

/** Whether {@link dueSchedules} would find any. */
export function hasDueSchedules(instance: Instance): boolean {
  const now = instance.clock.now().getTime();
  return rulesOf(instance).some(({ dueAt }) => dueAt !== undefined && dueAt <= now);
}

function rulesOf(instance: Instance): Rule[] {
  return instance.accounts().flatMap(({ regions }) => [...regions.values()].flatMap(({ events }) => events.rules()));
}
