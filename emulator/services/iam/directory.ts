/** What a directory holds: things with a friendly name inside a path. */
export interface Named {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
}

/**
 * Users, roles, policies and the like of an account. Names are unique without regard to case, but found only as they are written.
 * Source: IAM User Guide, "IAM and AWS STS quotas", IAM name requirements.
 */
export class Directory<Entry extends Named> {
  readonly #entries = new Map<string, Entry>();
  /** By name; absent since something was added or removed. */
  #sorted?: readonly Entry[];

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
    this.#sorted = undefined;
  }

  remove(entry: Entry): void {
    this.#entries.delete(entry.name.toLowerCase());
    this.#sorted = undefined;
  }

  all(): Entry[] {
    return [...this.#entries.values()];
  }

  /** All entries whose path begins so, by name. */
  below(pathPrefix = "/"): readonly Entry[] {
    this.#sorted ??= this.all().sort((a, b) => (a.name < b.name ? -1 : 1));
    return pathPrefix === "/" ? this.#sorted : this.#sorted.filter(({ path }) => path.startsWith(pathPrefix));
  }

  /** The entry with this ARN, whose last part is the name. */
  findByArn(arn: string): Entry | undefined {
    const entry = this.find(arn.slice(arn.lastIndexOf("/") + 1));
    return entry?.arn === arn ? entry : undefined;
  }
}
