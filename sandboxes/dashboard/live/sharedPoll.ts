/** Hears of what a poll has seen. */
export interface Listener<View> {
  changed(view: View): void;
  /** It could not be seen this time. */
  troubled(error: unknown): void;
}

/** What is to be asked, how often, and what counts as news. */
export interface PollOptions<View> {
  readonly read: () => Promise<View>;
  /** In milliseconds. */
  readonly every: number;
  /** Whether there is no news in the later view. `elapsed`: the milliseconds between the two. */
  readonly isSame: (earlier: View, later: View, elapsed: number) => boolean;
}

/** A view and when it was asked for. */
interface Seen<View> {
  readonly at: number;
  readonly view: View;
}

/**
 * Asks for a view again and again while somebody listens, once for all of them, and tells each of them of news alone. Whoever asks in
 * between is given the view that there is, unless it is too old.
 */
export class SharedPoll<View> {
  readonly #options: PollOptions<View>;
  /** With what each of them was told last. */
  readonly #listeners = new Map<Listener<View>, Seen<View> | undefined>();
  #asked: Seen<Promise<View>> | undefined;
  #isUnderWay = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PollOptions<View>) {
    this.#options = options;
  }

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** The view, no older than the pace of the poll. Rejects as the reading does. */
  latest(): Promise<View> {
    return this.#ask().view;
  }

  /** Begins to listen: the view as it is is told first. What is returned ends it. */
  listen(listener: Listener<View>): () => void {
    this.#listeners.set(listener, undefined);
    void this.#tell([listener]);
    if (this.#timer === undefined) this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #ask(): Seen<Promise<View>> {
    const now = performance.now();
    if (this.#asked === undefined || (!this.#isUnderWay && now - this.#asked.at >= this.#options.every)) {
      this.#asked = { at: now, view: this.#read() };
    }
    return this.#asked;
  }

  async #read(): Promise<View> {
    this.#isUnderWay = true;
    try {
      return await this.#options.read();
    } finally {
      this.#isUnderWay = false;
    }
  }

  #wait(): void {
    const age = this.#asked === undefined ? 0 : performance.now() - this.#asked.at;
    const timer = setTimeout(() => void this.#poll(timer), Math.max(1, this.#options.every - age));
    this.#timer = timer;
  }

  async #poll(timer: NodeJS.Timeout): Promise<void> {
    await this.#tell(this.#listeners.keys());
    // By now nobody may listen any more, or somebody again.
    if (this.#timer === timer) this.#wait();
  }

  /** Never rejects: the listeners hear of what goes wrong. */
  async #tell(listeners: Iterable<Listener<View>>): Promise<void> {
    const { at, view: asked } = this.#ask();
    try {
      const view = await asked;
      for (const listener of listeners) this.#tellOne(listener, { at, view });
    } catch (error) {
      for (const listener of [...listeners].filter((one) => this.#listeners.has(one))) {
        this.#listeners.set(listener, undefined);
        listener.troubled(error);
      }
    }
  }

  #tellOne(listener: Listener<View>, seen: Seen<View>): void {
    if (!this.#listeners.has(listener)) return;
    const told = this.#listeners.get(listener);
    if (told !== undefined && this.#options.isSame(told.view, seen.view, seen.at - told.at)) return;
    this.#listeners.set(listener, seen);
    listener.changed(seen.view);
  }
}
