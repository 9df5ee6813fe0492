import { expect } from "chai";

import type { NamedWorkshop } from "../../../infra/environment/readEnvironment.ts";
import { replacements, type Deployed } from "../../../infra/environment/replacements.ts";

const arn = "arn:aws:kms:us-east-1:111122223333:key/1";
const key = (name: string, multiRegion?: boolean): Deployed => ({
  type: "aws:kms/key:Key",
  name,
  outputs: { arn, multiRegion },
});
const table = (name: unknown): Deployed => ({
  type: "aws:dynamodb/table:Table",
  name: "workshop-t",
  outputs: { name },
});

const workshop = (settings: Partial<NamedWorkshop["settings"]>, name = "workshop"): NamedWorkshop => ({
  name,
  path: name === "workshop" ? [] : ["workshops", name],
  settings: { key: { alias: "a" }, ...settings },
});
const lost =
  "Unless retainOnDelete keeps it, its deletion is scheduled, and what is encrypted under it is lost with it.";

describe("replacements", () => {
  const quiet: { name: string; deployed: Deployed[]; workshops: NamedWorkshop[] }[] = [
    { name: "a stack that was never deployed", deployed: [], workshops: [workshop({})] },
    { name: "a key that stays as it is", deployed: [key("workshop", false)], workshops: [workshop({})] },
    {
      name: "a multi-Region key that stays as it is",
      deployed: [key("workshop", true)],
      workshops: [workshop({ key: { alias: "a", multiRegion: true } })],
    },
    {
      name: "a key whose creation failed, of which nothing is known",
      deployed: [key("workshop")],
      workshops: [workshop({ key: { alias: "a", multiRegion: true } })],
    },
    {
      name: "a key whose workshop is renamed by its former name",
      deployed: [key("workshop", false)],
      workshops: [workshop({ formerNames: ["workshop"] }, "hub")],
    },
    {
      name: "a table that stays, in whichever workshop",
      deployed: [table("orders")],
      workshops: [workshop({}), workshop({ tables: [{ tableName: "orders" }] }, "hub")],
    },
    {
      name: "what is neither key nor table",
      deployed: [{ type: "aws:iam/user:User", name: "workshop-Ada", outputs: { name: "Ada" } }],
      workshops: [workshop({})],
    },
  ];
  for (const { name, deployed, workshops } of quiet) {
    it(`says nothing of ${name}`, () => expect(replacements(deployed, workshops)).to.deep.equal([]));
  }

  it("tells which key is replaced, by which setting, and what becomes of what is under it", () => {
    const changed = workshop({ key: { alias: "a", multiRegion: true } }, "hub");
    expect(replacements([key("hub", false)], [changed])).to.deep.equal([
      `The key ${arn} is replaced by a new one: keylab:workshops.hub.key.multiRegion becomes true, which no key that ` +
        `exists can become. ${lost}`,
    ]);
  });

  it("tells which key is replaced when multiRegion is left out", () => {
    expect(replacements([key("workshop", true)], [workshop({})])).to.deep.equal([
      `The key ${arn} is replaced by a new one: keylab:key.multiRegion becomes false, which no key that exists can ` +
        `become. ${lost}`,
    ]);
  });

  it("tells which key leaves the stack, and how a renamed workshop keeps it", () => {
    expect(replacements([key("hub", false)], [workshop({})])).to.deep.equal([
      `The key ${arn} leaves the stack. ${lost} If the workshop hub has a new name, ` +
        "keylab:workshops.<name>.formerNames keeps the key.",
    ]);
  });

  it("tells which table is deleted, though Pulumi calls it a deletion and a creation", () => {
    expect(replacements([table("orders")], [workshop({ tables: [{ tableName: "order" }] })])).to.deep.equal([
      "The table orders is deleted with all that is in it: the configuration has no table of that name. " +
        "A table cannot be renamed; another name is another table.",
    ]);
  });
});
