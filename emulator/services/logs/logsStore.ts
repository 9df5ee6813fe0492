import type { LogGroup } from "./logGroup.ts";

/** The log groups of an account in one region. */
export class LogsStore {
  readonly #groups = new Map<string, LogGroup>();
  #events = 0;

  group(name: string): LogGroup | undefined {
    return this.#groups.get(name);
  }

  groups(): LogGroup[] {
    return [...this.#groups.values()];
  }

  add(group: LogGroup): void {
    this.#groups.set(group.name, group);
  }

  remove({ name }: LogGroup): void {
    this.#groups.delete(name);
  }

  /** The id of another event: its moment, and how many there were before it. */
  nextEventId(timestamp: number): string {
    return String(timestamp).padStart(20, "0") + String(++this.#events).padStart(36, "0");
  }
}
