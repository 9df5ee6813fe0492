import type { StateValue } from "@aws-sdk/client-cloudwatch";
import type { Instance } from "../../instance.ts";
import type { Alarm, AlarmState, HistoryItem } from "./alarm.ts";
import type { DataPoint } from "./dataPoint.ts";
import { evaluateAlarm } from "./evaluateAlarm.ts";
import { actionItem, stateUpdateItem } from "./historyItem.ts";
import { keyOf, MetricStore, type Metric } from "./metricStore.ts";

/** How many history items are kept for a region; the oldest are forgotten first. */
const capacity = 100_000;

/**
 * CloudWatch's state of one account in one region. Alarms are brought up to date whenever somebody looks at them, and before
 * new data comes in, so that their states and the times of these are the same as if a clock had driven them.
 */
export class CloudWatchStore {
  readonly #instance: Instance;
  readonly #metrics = new MetricStore();
  readonly #alarms = new Map<string, Alarm>();
  readonly #history: HistoryItem[] = [];

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** The data points of all metrics; read only. */
  get metrics(): Pick<MetricStore, "all" | "between"> {
    return this.#metrics;
  }

  /** Adds a data point to a metric. */
  publish(metric: Metric, point: DataPoint): void {
    const key = keyOf(metric);
    for (const alarm of this.#alarms.values()) if (keyOf(alarm.settings.metric) === key) this.#catchUp(alarm);
    this.#metrics.add(metric, point);
  }

  alarm(name: string): Alarm | undefined {
    const alarm = this.#alarms.get(name);
    return alarm && this.#catchUp(alarm);
  }

  /** All alarms, by name. */
  alarms(): Alarm[] {
    const alarms = [...this.#alarms.values()].map((alarm) => this.#catchUp(alarm));
    return alarms.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  setAlarm(alarm: Alarm): void {
    this.#alarms.set(alarm.name, alarm);
  }

  removeAlarm({ name }: Alarm): void {
    this.#alarms.delete(name);
  }

  /** What has happened to all alarms, oldest first, also to those that are gone. */
  history(): readonly HistoryItem[] {
    this.alarms();
    return this.#history.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }

  note(item: HistoryItem): void {
    this.#history.push(item);
    if (this.#history.length > capacity) this.#history.splice(0, capacity / 10);
  }

  /** Puts an alarm into a state; actions follow only if it was in another. */
  changeState(alarm: Alarm, state: AlarmState): void {
    const previous = alarm.state;
    alarm.state = state;
    this.note(stateUpdateItem(alarm, previous));
    if (state.value === previous.value) return;
    alarm.transitionedAt = state.since;
    for (const action of actionsOf(alarm, state.value)) this.note(actionItem(alarm, action));
  }

  #catchUp(alarm: Alarm): Alarm {
    for (const state of evaluateAlarm(alarm, this.#metrics, this.#instance.clock.now())) this.changeState(alarm, state);
    return alarm;
  }
}

function actionsOf({ settings }: Alarm, state: StateValue): readonly string[] {
  return settings.actionsEnabled ? settings.actions[state] : [];
}
