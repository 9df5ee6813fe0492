import { expect } from "chai";
import { pageInOrder } from "../../../../emulator/sortedPage.ts";
import { Directory } from "../../../../emulator/services/iam/directory.ts";

const entry = (name: string, path = "/") => ({ name, path, arn: `arn:aws:iam::000000000000:user${path}${name}` });

describe("A directory of IAM", () => {
  const directory = new Directory<ReturnType<typeof entry>>();
  const names = (pathPrefix?: string) => directory.below(pathPrefix).map(({ name }) => name);
  for (const [name, path] of [
    ["b", "/eu/"],
    ["a", "/"],
    ["C", "/eu/west/"],
  ] as const) {
    directory.add(entry(name, path));
  }

  it("finds by name and by ARN, as they are written, and takes names that differ in more than case", () => {
    expect([directory.find("b")?.name, directory.find("B")]).to.deep.equal(["b", undefined]);
    expect(directory.has("B")).to.equal(true);
    expect(directory.findByArn("arn:aws:iam::000000000000:user/eu/b")?.name).to.equal("b");
    expect(directory.findByArn("arn:aws:iam::000000000000:user/b")).to.equal(undefined);
  });

  it("is in the order of names, and below paths", () => {
    expect([names(), names("/eu/"), names("/eu/w")]).to.deep.equal([["C", "a", "b"], ["C", "b"], ["C"]]);
  });

  it("sorts again only after something was added or removed", () => {
    const before = directory.below();
    expect(directory.below()).to.equal(before);
    const added = entry("aa");
    directory.add(added);
    expect(names()).to.deep.equal(["C", "a", "aa", "b"]);
    directory.remove(added);
    expect(names()).to.deep.equal(["C", "a", "b"]);
  });
});

describe("A page of a list in order", () => {
  const sorted = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(5, "0"));
  const pageAfter = (marker: string | undefined) => {
    let reads = 0;
    const keyOf = (item: string) => {
      reads += 1;
      return item;
    };
    const page = pageInOrder(sorted, keyOf, { size: 100, marker });
    return { page, reads: () => reads };
  };

  it("is found without going through the list", () => {
    const first = pageAfter(undefined);
    const second = pageAfter(first.page?.next);
    expect(second.page?.items).to.deep.equal(sorted.slice(100, 200));
    expect([first.reads(), second.reads()]).to.satisfy(([one = 0, two = 0]: number[]) => one <= 1 && two <= 16);
  });

  it("goes on where it ended, though what it ended with is gone", () => {
    const marker = pageInOrder(["a", "b", "d"], (item) => item, { size: 2 })?.next;
    expect(pageInOrder(["a", "c", "d"], (item) => item, { size: 2, marker })).to.deep.equal({
      items: ["c", "d"],
      next: undefined,
    });
  });

  it("has no marker that no page had", () => {
    expect(pageInOrder(["a"], (item) => item, { size: 2, marker: "nonsense" })).to.equal(undefined);
  });
});
