import { expect } from "chai";
import { leaseId } from "../../../sandboxes/roster/leaseId.ts";
import { LeaseIds } from "../../../sandboxes/roster/leaseIds.ts";

const taken = ["zoe-k2p7", "ada-lovelace-aaaa", "bob"];

describe("ids of leases", () => {
  for (const [id, isFree, why] of [
    ["zoe-k2p7", false, "another has it"],
    ["zoe-k2p7-aaaa", false, "another begins it"],
    ["ada-lovelace", false, "it begins another"],
    ["ada", false, "it begins another at an earlier hyphen"],
    ["bob-aaaa", false, "another without a hyphen begins it"],
    ["zoe", false, "it is what another has before its hyphen"],
    ["zoe-k2p", true, "another goes on without a hyphen"],
    ["zoe-k2p77", true, "it goes on without a hyphen"],
    ["zoe-aaaa", true, "only the beginning is that of another"],
    ["ada-love", true, "another goes on within the word"],
  ] as const) {
    it(`${isFree ? "can" : "cannot"} be ${id}, as ${why}`, () => {
      const ids = new LeaseIds();
      for (const other of taken) ids.add(other);
      expect(ids.isFree(id)).to.equal(isFree);
    });
  }
});

describe("the id of a lease", () => {
  const holder = { names: ["Zoë Müller", "s-17"], key: "s-17" };
  const tried = (attempts: number, className = "autumn") => {
    const ids: string[] = [];
    leaseId(className, holder, (id) => ids.push(id) === attempts);
    return ids;
  };

  it("is the same each time, and another in another class", () => {
    expect(tried(1)).to.deep.equal(["zoe-muller-6lgl"]);
    expect(tried(1, "spring")).to.deep.equal(["zoe-muller-ofkh"]);
  });

  it("loses its hyphens when it is not free, and in the end part of its name", () => {
    const ids = tried(10);
    expect(ids.map((id) => id.replace(/-[a-z2-7]{4}$/, ""))).to.deep.equal([
      "zoe-muller",
      ...Array.from({ length: 7 }, () => "zoemuller"),
      ...ids.slice(8).map((id) => id.slice(0, 12)),
    ]);
    for (const id of ids.slice(8)) expect(id).to.match(/^zoemulle[a-z2-7]{4}-[a-z2-7]{4}$/);
    expect(new Set(ids).size).to.equal(10);
  });

  for (const [names, beginning] of [
    [["Zoë Müller", "s-17"], "zoe-muller"],
    [["王伟", "s-17"], "s-17"],
    [["Иван", "4711"], "student"],
    [[], "student"],
  ] as const) {
    it(`begins with ${beginning} for ${names.join(", ") || "nobody"}`, () => {
      const id = leaseId("autumn", { names, key: "x" }, () => true);
      expect(id.slice(0, -5)).to.equal(beginning);
    });
  }
});
