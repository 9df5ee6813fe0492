import type { Answering } from "./endpoint.ts";
import type { Instance } from "./instance.ts";
import type { JournalStore } from "./journal/journalStore.ts";
import { openWorld, type OpenWorld, type WorldSettings } from "./openWorld.ts";
import type { HttpRequest, HttpResponse } from "./protocols/protocol.ts";

/** The world of an embedded AWS: the one place where it is exchanged for another. */
export class CurrentWorld implements Answering {
  readonly #settings: WorldSettings;
  readonly #store: JournalStore;
  #world: OpenWorld;
  #endpointUrl = "";

  private constructor(settings: WorldSettings, store: JournalStore, world: OpenWorld) {
    this.#settings = settings;
    this.#store = store;
    this.#world = world;
  }

  /** Brings back what a store has kept. Throws a DataFolderError. */
  static async open(settings: WorldSettings, store: JournalStore): Promise<CurrentWorld> {
    return new CurrentWorld(settings, store, await openWorld(settings, store));
  }

  get world(): OpenWorld {
    return this.#world;
  }

  get instance(): Instance {
    return this.#world.instance;
  }

  /** Where functions reach it. */
  set endpointUrl(url: string) {
    this.#endpointUrl = url;
    this.instance.executionEnvironments.endpointUrl = url;
  }

  handle(request: HttpRequest): Promise<HttpResponse> {
    return this.#world.endpoint.handle(request);
  }

  refuseBody(request: HttpRequest, maximumBytes: number): HttpResponse | undefined {
    return this.#world.endpoint.refuseBody(request, maximumBytes);
  }

  /** What is there now is what there is from the start. */
  async begin(): Promise<void> {
    const { instance, journal } = this.#world;
    await instance.step({ kind: "settle" }, () => Promise.resolve(instance.visibility.settle()));
    await this.#store.markStart();
    if (!this.#store.keepsOn) journal.stopKeeping();
  }

  /** Runs something between two calls that change something, such as a copy. */
  pause<Result>(run: () => Promise<Result>): Promise<Result> {
    return this.#world.journal.inTurn(run);
  }

  /** Changes what is kept, and makes the world anew of it. Calls that wait meanwhile are refused. */
  async replace(change: () => Promise<void>): Promise<void> {
    const old = this.#world;
    await old.journal.inTurn(async () => {
      await change();
      old.journal.end();
      this.#world = await openWorld(this.#settings, this.#store);
      if (!this.#store.keepsOn) this.#world.journal.stopKeeping();
    });
    this.endpointUrl = this.#endpointUrl;
    await old.close();
  }

  /** Back to what was there at the start. */
  reset(): Promise<void> {
    return this.replace(() => this.#store.forgetSinceStart());
  }

  async close(): Promise<void> {
    await this.#world.close();
    await this.#store.close();
  }
}
