import type { LeaseOrder } from "../lease/lease.ts";
import type { Places } from "./places.ts";
import type { OpenSite, Site, Where } from "./site.ts";

/** How sites are opened, and how long they are good for. */
export interface SiteSettings {
  readonly open: (where: Where) => Promise<OpenSite>;
  /** After that many milliseconds a site is opened anew for whoever asks. Work that was begun before has as long again. */
  readonly lifetime: number;
  /** Milliseconds. Default: those of the machine, which go on whatever its clock is set to. */
  readonly now?: () => number;
}

interface Opened {
  readonly at: number;
  readonly site: Promise<OpenSite>;
}

/** Sites that are opened when somebody first asks for them, once each, and anew when they are old. To be closed. */
export class LazyPlaces implements Places {
  readonly home: Site;
  readonly #settings: SiteSettings;
  /** By account and region, the latest last. */
  readonly #opened = new Map<string, Opened[]>();
  /** Why old sites could not be closed. */
  readonly #problems: unknown[] = [];
  /** Nothing is opened any more, or nobody would close it: what was interrupted may go on for a while. */
  #isClosing = false;

  /** @param home is closed with the others */
  constructor(home: OpenSite, settings: SiteSettings) {
    this.home = home;
    this.#settings = settings;
    this.#opened.set(keyOf(home), [{ at: this.#now(), site: Promise.resolve(home) }]);
  }

  async of({ account, region }: Pick<LeaseOrder, "account" | "region">): Promise<Site> {
    const where = { accountId: account ?? this.home.accountId, region: region ?? this.home.region };
    const key = keyOf(where);
    const all = this.#opened.get(key) ?? [];
    const latest = all.at(-1);
    const at = this.#now();
    if (latest && (this.#isClosing || at - latest.at < this.#settings.lifetime)) return latest.site;
    if (this.#isClosing) throw new Error(`${key} is asked for after the end.`);
    const opened = { at, site: this.#settings.open(where) };
    this.#opened.set(key, [...all, opened]);
    // Who is not let in now may be let in by the next who asks.
    opened.site.catch(() => this.#forget(key, opened));
    const site = await opened.site;
    await this.#closeOld(key, at);
    return site;
  }

  /**
   * Closes all sites, the one at home last: whoever works there may have to let Keylab into the others once more.
   *
   * @throws AggregateError of what could not be closed, after all the others were.
   */
  async close(): Promise<void> {
    this.#isClosing = true;
    const others = [...this.#opened].filter(([key]) => key !== keyOf(this.home)).flatMap(([, all]) => all);
    const problems = [...this.#problems, ...(await closeAll(others))];
    problems.push(...(await closeAll(this.#opened.get(keyOf(this.home)) ?? [])));
    if (problems.length === 1) throw problems[0];
    if (problems.length > 1) throw new AggregateError(problems, problems.map(String).join(" "));
  }

  /** What nobody works with any more: as long again has passed. The home that was opened first stays for its clock. */
  async #closeOld(key: string, now: number): Promise<void> {
    const all = this.#opened.get(key) ?? [];
    const kept = await Promise.all(
      all.map(async ({ at, site }) => now - at < 2 * this.#settings.lifetime || (await site) === this.home),
    );
    const old = all.filter((_, index) => kept[index] === false);
    for (const one of old) this.#forget(key, one);
    this.#problems.push(...(await closeAll(old)));
  }

  #forget(key: string, opened: Opened): void {
    const all = this.#opened.get(key) ?? [];
    this.#opened.set(
      key,
      all.filter((one) => one !== opened),
    );
  }

  #now(): number {
    return (this.#settings.now ?? (() => performance.now()))();
  }
}

function keyOf({ accountId, region }: Where): string {
  return `${accountId} ${region}`;
}

/** Returns why those could not be closed that could not. Those that could not be opened need not be. */
async function closeAll(opened: readonly Opened[]): Promise<unknown[]> {
  const sites = await Promise.allSettled(opened.map(({ site }) => site));
  const open = sites.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const closed = await Promise.allSettled(open.map((site) => site.close()));
  return closed.flatMap((result): unknown[] => (result.status === "rejected" ? [result.reason] : []));
}
