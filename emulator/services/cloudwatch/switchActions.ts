import type { CallContext } from "../../callContext.ts";
import { configurationItem } from "./historyItem.ts";

/** Lets alarms act, or keeps them from it. Names without an alarm are passed over. */
export function switchActions({ state, now }: CallContext, names: readonly string[], actionsEnabled: boolean): void {
  for (const name of names) {
    const alarm = state.monitoring.alarm(name);
    if (!alarm || alarm.settings.actionsEnabled === actionsEnabled) continue;
    alarm.settings = { ...alarm.settings, actionsEnabled };
    alarm.configuredAt = now;
    state.monitoring.note(configurationItem(alarm, "Update", now));
  }
}
