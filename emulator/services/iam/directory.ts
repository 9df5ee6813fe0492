/** What a directory holds: things with a friendly name inside a path. */
interface Named {
  readonly name: string;
  readonly path: string;
}

/**
 * Users, roles or policies of an account. Names are unique without regard to case, but found only as they are written.
 * Source: IAM User Guide, "IAM and AWS STS quotas", IAM name requirements.
 */
export class Directory<Entry extends Named> {
  readonly #entries = new Map<string, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  /** Whether the name is taken, in any case of letters. */
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  find(name: string): Entry | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    return entry?.name === name ? entry : undefined;
  }

  add(entry: Entry): void {
    this.#entries.set(entry.name.toLowerCase(), entry);
  }

  remove(entry: Entry): void {
    this.#entries.delete(entry.name.toLowerCase());
  }

  all(): Entry[] {
    return [...this.#entries.values()];
  }

  /** All entries whose path begins so. */
  below(pathPrefix = "/"): Entry[] {
    return this.all().filter(({ path }) => path.startsWith(pathPrefix));
  }
}
