import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { SharedPoll } from "../../../../sandboxes/dashboard/live/sharedPoll.ts";

const every = 40;

/** A view that tests change, what listeners heard, and how often it was read. */
class World {
  view = 1;
  reads = 0;
  /** How long a reading takes, in milliseconds. */
  takes = 0;
  failure: Error | undefined;
  readonly heard: Record<string, (number | string)[]> = {};
  readonly poll = new SharedPoll<number>({
    every,
    isSame: (earlier, later) => earlier === later,
    read: async () => {
      this.reads += 1;
      if (this.takes > 0) await sleep(this.takes);
      if (this.failure !== undefined) throw this.failure;
      return this.view;
    },
  });

  listen(name: string): () => void {
    const own: (number | string)[] = [];
    this.heard[name] = own;
    return this.poll.listen({
      changed: (view) => own.push(view),
      troubled: (error) => own.push(error instanceof Error ? error.message : "?"),
    });
  }
}

describe("a poll that is shared", () => {
  it("tells the view at once, and then news alone", async () => {
    const world = new World();
    const stop = world.listen("a");
    await sleep(every * 4);
    world.view = 2;
    await sleep(every * 3);
    stop();
    expect(world.heard).to.deep.equal({ a: [1, 2] });
  });

  it("reads once for all who listen, at its pace", async () => {
    const world = new World();
    const began = performance.now();
    const stops = ["a", "b", "c"].map((name) => world.listen(name));
    await sleep(every * 5);
    const most = Math.floor((performance.now() - began) / every) + 1;
    for (const stop of stops) stop();
    expect(world.heard).to.deep.equal({ a: [1], b: [1], c: [1] });
    expect(world.reads).to.be.within(2, most);
  });

  it("tells whoever comes later the view, and the others nothing", async () => {
    const world = new World();
    const stop = world.listen("a");
    await sleep(every / 4);
    const stopOther = world.listen("b");
    await sleep(every * 2);
    stop();
    stopOther();
    expect(world.heard).to.deep.equal({ a: [1], b: [1] });
  });

  it("reads nothing while nobody listens", async () => {
    const world = new World();
    const stop = world.listen("a");
    await sleep(every / 4);
    stop();
    const { reads } = world;
    await sleep(every * 3);
    expect(world.reads).to.equal(reads);
    expect(world.poll.listeners).to.equal(0);
  });

  it("gives whoever asks what there is, unless it is too old", async () => {
    const world = new World();
    expect(await Promise.all([world.poll.latest(), world.poll.latest()])).to.deep.equal([1, 1]);
    expect(world.reads).to.equal(1);
    await sleep(every + 5);
    await world.poll.latest();
    expect(world.reads).to.equal(2);
  });

  it("waits for a reading that takes long, and begins no other one", async () => {
    const world = new World();
    world.takes = every * 3;
    const first = world.poll.latest();
    await sleep(every * 1.5);
    await Promise.all([first, world.poll.latest()]);
    expect(world.reads).to.equal(1);
  });

  it("tells of trouble, and of its end", async () => {
    const world = new World();
    const stop = world.listen("a");
    await sleep(every / 2);
    world.failure = new Error("down");
    await sleep(every * 1.4);
    world.failure = undefined;
    await sleep(every * 2);
    stop();
    const [first, ...others] = world.heard.a ?? [];
    expect([first, others[0], others.at(-1)]).to.deep.equal([1, "down", 1]);
  });
});
