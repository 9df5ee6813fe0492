import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import { Policy } from "../../authorization/policy.ts";
import type { LogGroup } from "./logGroup.ts";
import type { ResourcePolicy } from "./resourcePolicy.ts";

/** The log groups of an account in one region. */
export class LogsStore {
  readonly #groups = new Map<string, LogGroup>();
  readonly #policies = new Map<string, ResourcePolicy>();
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

  policies(): ResourcePolicy[] {
    return [...this.#policies.values()];
  }

  setPolicy(policy: ResourcePolicy): void {
    this.#policies.set(policy.name, policy);
  }

  /** @returns whether there was one */
  removePolicy(name: string): boolean {
    return this.#policies.delete(name);
  }

  /** All resource policies as one: every log group asks all of them. */
  get resourcePolicy(): NamedPolicy | undefined {
    if (this.#policies.size === 0) return undefined;
    const documents = this.policies().map(({ document }) => document);
    const statements = this.policies().flatMap(({ policy }) => policy.statements);
    return { name: "resource policy", policy: new Policy("resource policy", documents.join("\n"), statements) };
  }

  /** The id of another event: its moment, and how many there were before it. */
  nextEventId(timestamp: number): string {
    return String(timestamp).padStart(20, "0") + String(++this.#events).padStart(36, "0");
  }
}
