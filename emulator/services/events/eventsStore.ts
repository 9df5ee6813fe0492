import type { Rule } from "./rule.ts";

/** The rules of an account in one region. */
export class EventsStore {
  readonly #rules = new Map<string, Rule>();

  rule(name: string): Rule | undefined {
    return this.#rules.get(name);
  }

  rules(): Rule[] {
    return [...this.#rules.values()];
  }

  setRule(rule: Rule): void {
    this.#rules.set(rule.name, rule);
  }

  removeRule(name: string): void {
    this.#rules.delete(name);
  }
}
