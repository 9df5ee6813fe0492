import type { Trail } from "./trail.ts";

/** The trails of an account in their home region. */
export class TrailStore {
  readonly #trails = new Map<string, Trail>();

  add(trail: Trail): void {
    this.#trails.set(trail.arn, trail);
  }

  find(arn: string): Trail | undefined {
    return this.#trails.get(arn);
  }

  remove(arn: string): void {
    this.#trails.delete(arn);
  }

  all(): readonly Trail[] {
    return [...this.#trails.values()];
  }
}
