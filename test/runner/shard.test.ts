import { expect } from "chai";
import fc from "fast-check";
import { shardOf } from "../../runner/shard.ts";
import { shuffle } from "../../runner/shuffle.ts";
import firstKey from "../../scenarios/kms/first-key.ts";

const named = (ids: readonly string[]) => ids.map((id) => ({ ...firstKey, id }));
const idsOf = (scenarios: readonly { readonly id: string }[]) => scenarios.map(({ id }) => id);

const selection = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 40 });
const durations = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer({ min: 1, max: 100 }));

describe("shards", () => {
  it("have about as much to do as each other, in the order of the selection", () => {
    const seconds = new Map([
      ["a", 10],
      ["b", 1],
      ["c", 4],
      ["d", 5],
      ["e", 2],
    ] as const);
    const shard = (index: number) => idsOf(shardOf(named(["a", "b", "c", "d", "e"]), { index, of: 2 }, seconds));
    expect([shard(1), shard(2)]).to.deep.equal([
      ["a", "b"],
      ["c", "d", "e"],
    ]);
  });

  it("have as many scenarios as each other where no duration is known", () => {
    const shard = (index: number) => idsOf(shardOf(named(["a", "b", "c", "d", "e"]), { index, of: 3 }, new Map()));
    expect([shard(1), shard(2), shard(3)]).to.deep.equal([["a", "d"], ["b", "e"], ["c"]]);
  });

  it("take a scenario whose duration is not known for an average one", () => {
    const seconds = new Map([
      ["a", 9],
      ["b", 1],
    ]);
    const shard = (index: number) => idsOf(shardOf(named(["a", "b", "new"]), { index, of: 2 }, seconds));
    expect([shard(1), shard(2)]).to.deep.equal([["a"], ["b", "new"]]);
  });

  it("have every scenario once, whatever the selection", () => {
    fc.assert(
      fc.property(selection, durations, fc.integer({ min: 1, max: 9 }), (ids, seconds, of) => {
        const known = new Map(Object.entries(seconds));
        const shards = Array.from({ length: of }, (_, index) => shardOf(named(ids), { index: index + 1, of }, known));
        expect(shards.flatMap(idsOf).sort()).to.deep.equal([...ids].sort());
      }),
    );
  });

  it("are never longer than their share and one scenario more", () => {
    fc.assert(
      fc.property(selection, durations, fc.integer({ min: 1, max: 9 }), (ids, seconds, of) => {
        const known = new Map(ids.map((id) => [id, seconds[id] ?? 1]));
        const total = (scenarios: readonly { readonly id: string }[]) =>
          scenarios.reduce((sum, { id }) => sum + (known.get(id) ?? 0), 0);
        const longest = Math.max(0, ...known.values());
        for (let index = 1; index <= of; index += 1) {
          const shard = shardOf(named(ids), { index, of }, known);
          expect(total(shard)).to.be.at.most(total(named(ids)) / of + longest);
        }
      }),
    );
  });
});

describe("an order that is drawn", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];

  it("is the same for the same seed, and another for another", () => {
    expect(idsOf(shuffle(named(ids), 7))).to.deep.equal(idsOf(shuffle(named(ids.toReversed()), 7)));
    expect(idsOf(shuffle(named(ids), 7))).to.not.deep.equal(idsOf(shuffle(named(ids), 8)));
    expect(idsOf(shuffle(named(ids), 7)).toSorted()).to.deep.equal(ids);
  });
});
