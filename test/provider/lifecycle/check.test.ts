import { expect } from "chai";
import { check } from "../../../provider/lifecycle/check.ts";
import { WIRE } from "../../../provider/wire.ts";
import { Secret, UNKNOWN } from "../../../provider/values.ts";
import type { Properties } from "../../../provider/values.ts";
import { sample } from "./sample.ts";

const seed = { urn: "urn:pulumi:dev::p::aws:test/sample:Sample::thing", randomSeed: Buffer.from("seed") };
const good = { name: "n", size: "big" };

function checked(news: Properties, olds: Properties = {}, defaultTags: Record<string, string> = {}) {
  return check(sample, { ...seed, olds, news, defaultTags });
}

describe("check", () => {
  const refusals: [string, Properties, string[]][] = [
    ["a missing input", { name: "n" }, ["size is required, but missing"]],
    ["a misspelt input", { ...good, sise: "x" }, ["sise is unknown; aws:test/sample:Sample has no such input"]],
    ["an input it does not support", { ...good, colour: "red" }, ["colour is not supported by the embedded provider"]],
    ["a value of the wrong kind", { ...good, count: "3" }, ["Invalid input: expected number, received string"]],
    ["a value out of range", { ...good, count: 0 }, ["Too small: expected number to be >=1"]],
    [
      "a nested value of the wrong kind",
      { ...good, parts: [{ label: "a" }, { label: 1 }] },
      ["Invalid input: expected string, received number"],
    ],
    [
      "a nested unknown name",
      { ...good, parts: [{ label: "a", lable: "b" }] },
      ["parts[0].lable is unknown; aws:test/sample:Sample has no such input"],
    ],
    ["a nested missing input", { ...good, parts: [{}] }, ["parts[0].label is required, but missing"]],
    [
      "a secret of the wrong kind",
      { ...good, count: new Secret("3") },
      ["Invalid input: expected number, received string"],
    ],
    [
      "an asset",
      { ...good, note: { [WIRE.signature]: WIRE.asset, text: "x" } },
      ["note: an asset or archive is given where another value is expected"],
    ],
    ["inputs that contradict each other", { ...good, note: "big" }, ["note and size must differ"]],
    [
      "several mistakes at once",
      { count: UNKNOWN, colour: "red", name: "n" },
      ["size is required, but missing", "colour is not supported by the embedded provider"],
    ],
  ];
  for (const [what, news, reasons] of refusals) {
    it(`refuses ${what}, by name`, () => {
      expect(checked(news).failures.map(({ reason }) => reason))
        .to.have.members(reasons)
        .and.have.length(reasons.length);
    });
  }

  const passing: [string, Properties][] = [
    ["inputs as they should be", { ...good, count: 5, parts: [{ label: "a" }], tags: { a: "b" } }],
    ["secrets, which stay secret", { ...good, note: new Secret("s"), parts: new Secret([{ label: new Secret("a") }]) }],
    ["what is not known yet", { name: UNKNOWN, size: UNKNOWN, count: UNKNOWN }],
    [
      "what is not known yet inside of something",
      { ...good, parts: [{ label: UNKNOWN }, UNKNOWN], tags: { a: UNKNOWN } },
    ],
    ["a secret that is not known yet", { ...good, note: new Secret(UNKNOWN) }],
  ];
  for (const [what, news] of passing) {
    it(`passes ${what}, unchanged`, () => {
      expect(checked(news)).to.deep.equal({ inputs: news, failures: [] });
    });
  }

  it("leaves out the notes of the engine and of the official provider", () => {
    expect(checked({ ...good, __defaults: ["path"] })).to.deep.equal({ inputs: good, failures: [] });
  });

  const documents: [string, Properties[string], Properties[string]][] = [
    ["an object", { Version: "1", Statement: [{ Sid: "a" }] }, '{"Version":"1","Statement":[{"Sid":"a"}]}'],
    ["a text, as it is", "{ }", "{ }"],
    ["a secret object", new Secret({ a: 1 }), new Secret('{"a":1}')],
    ["an object with a secret inside", { a: new Secret("b") }, new Secret('{"a":"b"}')],
    ["an object that is not wholly known", { a: [UNKNOWN] }, UNKNOWN],
  ];
  for (const [what, given, text] of documents) {
    it(`makes text of a document that is ${what}`, () => {
      expect(checked({ ...good, policy: given })).to.deep.equal({ inputs: { ...good, policy: text }, failures: [] });
    });
  }

  describe("names", () => {
    it("a resource without a name after its logical name, with seven hex digits", () => {
      const { inputs, failures } = checked({ size: "big" });
      expect(inputs).to.deep.equal({ size: "big", name: inputs.name, __defaults: ["name"] });
      expect(inputs.name).to.match(/^thing-[0-9a-f]{7}$/);
      expect(failures).to.deep.equal([]);
    });

    it("it the same for the same seed, and otherwise for another", () => {
      const other = check(sample, { ...seed, randomSeed: Buffer.from("other"), olds: {}, news: {}, defaultTags: {} });
      expect(checked({}).inputs.name).to.equal(checked({}).inputs.name);
      expect(checked({}).inputs.name).to.not.equal(other.inputs.name);
    });

    it("it as before, if it was named so before", () => {
      const { inputs } = checked({ size: "big" }, { name: "thing-1234567", __defaults: ["name"] });
      expect(inputs.name).to.equal("thing-1234567");
    });

    it("it anew when the program takes its own name back", () => {
      expect(checked({ size: "big" }, { name: "mine" }).inputs.name).to.match(/^thing-[0-9a-f]{7}$/);
    });

    it("nothing for which there is no room, and says so", () => {
      const urn = "urn:pulumi:dev::p::aws:test/sample:Sample::a-long-logical-name";
      const { failures } = check(sample, { ...seed, urn, olds: {}, news: { size: "big" }, defaultTags: {} });
      expect(failures).to.have.length(1);
      expect(failures[0]?.reason).to.match(/^the automatic name "a-long-logical-name-[0-9a-f]{7}" is longer than 20/);
    });
  });

  describe("adds the default tags", () => {
    const defaults = { team: "a", stage: "dev" };
    const cases: [string, Properties, Properties][] = [
      ["where the program gives none", good, { ...good, tags: defaults }],
      ["below the program's own", { ...good, tags: { team: "b" } }, { ...good, tags: { team: "b", stage: "dev" } }],
      [
        "to secret tags, which stay secret",
        { ...good, tags: new Secret({ team: "b" }) },
        { ...good, tags: new Secret({ team: "b", stage: "dev" }) },
      ],
      ["later, while the tags are not known", { ...good, tags: UNKNOWN }, { ...good, tags: UNKNOWN }],
    ];
    for (const [when, news, inputs] of cases) {
      it(when, () => {
        expect(checked(news, {}, defaults)).to.deep.equal({ inputs, failures: [] });
      });
    }
  });
});
