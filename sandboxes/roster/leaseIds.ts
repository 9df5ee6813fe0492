/** The ids of a class, none of which begins as another does with a hyphen after it: names of sandboxes are told apart by that. */
export class LeaseIds {
  readonly #ids = new Set<string>();
  /** Every beginning of an id that a hyphen follows. */
  readonly #beginnings = new Set<string>();

  add(id: string): void {
    this.#ids.add(id);
    for (const beginning of beginningsOf(id)) this.#beginnings.add(beginning);
  }

  isFree(id: string): boolean {
    return !this.#ids.has(id) && !this.#beginnings.has(id) && !beginningsOf(id).some((other) => this.#ids.has(other));
  }
}

function beginningsOf(id: string): readonly string[] {
  return [...id.matchAll(/-/g)].map(({ index }) => id.slice(0, index));
}
