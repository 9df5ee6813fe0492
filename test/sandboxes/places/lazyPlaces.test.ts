import { expect } from "chai";
import { UserError } from "../../../errors/userError.ts";
import { LazyPlaces } from "../../../sandboxes/places/lazyPlaces.ts";
import { occupiedSites } from "../../../sandboxes/places/occupiedSites.ts";
import type { Where } from "../../../sandboxes/places/site.ts";
import { fakeSite } from "./fakeSite.ts";

const home = { accountId: "000000000000", region: "us-east-1" };
const other = { account: "111122223333" };

/** Places of which it is written down when they are opened and closed. */
function fakePlaces() {
  const told: string[] = [];
  const state = { now: 0, count: 0, shut: new Set<string>(), stuck: new Set<string>() };
  const site = (where: Where) => {
    const name = `${where.accountId} ${where.region} ${state.count++}`;
    told.push(`open ${name}`);
    return fakeSite(where, async () => {
      told.push(`close ${name}`);
      if (state.stuck.has(where.accountId)) throw new Error(`${where.accountId} is stuck`);
    });
  };
  const open = async (where: Where) => {
    if (state.shut.has(where.accountId)) throw new UserError(`${where.accountId} is shut.`, "Open it.");
    return site(where);
  };
  const places = new LazyPlaces(site(home), { open, lifetime: 100, now: () => state.now });
  return { places, told, state };
}

async function problemOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "none",
    (error: unknown) => String(error),
  );
}

describe("the places of a class", () => {
  it("are opened when they are asked for, once each, and closed in the end, the one at home last", async () => {
    const { places, told } = fakePlaces();
    const sites = await Promise.all(
      [{}, other, other, { ...other, region: "eu-west-1" }, { account: home.accountId }].map((one) => places.of(one)),
    );
    expect(sites[0]).to.equal(places.home);
    expect(sites[4]).to.equal(places.home);
    expect(sites[1]).to.equal(sites[2]);
    await places.close();
    expect(told).to.deep.equal([
      "open 000000000000 us-east-1 0",
      "open 111122223333 us-east-1 1",
      "open 111122223333 eu-west-1 2",
      "close 111122223333 us-east-1 1",
      "close 111122223333 eu-west-1 2",
      "close 000000000000 us-east-1 0",
    ]);
  });

  it("are opened anew when they are old, and closed when nobody can work with them any more", async () => {
    const { places, told, state } = fakePlaces();
    const before = await places.of(other);
    state.now = 99;
    expect(await places.of(other)).to.equal(before);
    state.now = 100;
    expect(await places.of(other)).not.to.equal(before);
    expect(told.filter((line) => line.startsWith("close"))).to.deep.equal([]);
    state.now = 200;
    await places.of(other);
    expect(told.filter((line) => line.startsWith("close"))).to.deep.equal(["close 111122223333 us-east-1 1"]);
    await places.close();
    expect(told.filter((line) => line.startsWith("close 1"))).to.have.length(3);
  });

  it("keep the first home for its clock, however old it is", async () => {
    const { places, told, state } = fakePlaces();
    for (const now of [100, 200, 300, 400]) {
      state.now = now;
      await places.of({});
    }
    const closed = () => told.filter((line) => line.startsWith("close"));
    expect(closed()).to.deep.equal([1, 2].map((count) => `close 000000000000 us-east-1 ${count}`));
    await places.close();
    expect(closed()).to.include("close 000000000000 us-east-1 0").and.to.have.length(5);
  });

  it("are tried again where nobody was let in before", async () => {
    const { places, state } = fakePlaces();
    state.shut.add(other.account);
    expect(await problemOf(places.of(other))).to.equal("UserError: 111122223333 is shut.");
    state.shut.clear();
    expect((await places.of(other)).accountId).to.equal(other.account);
    await places.close();
  });

  it("are all closed, though one of them cannot be", async () => {
    const { places, told, state } = fakePlaces();
    state.stuck.add(other.account);
    for (const region of ["eu-west-1", "eu-west-2"]) await places.of({ ...other, region });
    await places.of({ account: "444455556666" });
    expect(await problemOf(places.close())).to.equal(
      "AggregateError: Error: 111122223333 is stuck Error: 111122223333 is stuck",
    );
    expect(told.filter((line) => line.startsWith("close"))).to.have.length(4);
  });

  it("are opened for nobody after the end, so that nothing stays open", async () => {
    const { places } = fakePlaces();
    await places.close();
    expect(await problemOf(places.of(other))).to.equal("Error: 111122223333 us-east-1 is asked for after the end.");
  });
});

describe("the sites of sandboxes", () => {
  const order = (id: string, rest = {}) => ({ id, pseudonym: id, ...rest });

  it("are told once each, with the sandboxes in them, and those that are shut with the reason", async () => {
    const { places, state } = fakePlaces();
    state.shut.add("444455556666");
    const orders = [
      order("a"),
      order("b", other),
      order("c", { ...other, region: "eu-west-1" }),
      order("d", { account: home.accountId, region: home.region }),
      order("e", { account: "444455556666" }),
    ];
    const { open, closed } = await occupiedSites(places, orders);
    const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).join();
    expect(
      open.map(({ site, here, inAccount }) => [site.accountId, site.region, idsOf(here), idsOf(inAccount)]),
    ).to.deep.equal([
      ["000000000000", "us-east-1", "a,d", "a,d"],
      ["111122223333", "us-east-1", "b", "b,c"],
      ["111122223333", "eu-west-1", "c", "b,c"],
    ]);
    expect(closed.map(({ here, problem }) => [idsOf(here), problem.message])).to.deep.equal([
      ["e", "444455556666 is shut."],
    ]);
    await places.close();
  });
});
