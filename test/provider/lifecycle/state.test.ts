import { expect } from "chai";
import { actualInputs, expectedState, expectedUpdate, recordedState } from "../../../provider/lifecycle/state.ts";
import { Secret, UNKNOWN } from "../../../provider/values.ts";
import type { Properties } from "../../../provider/values.ts";
import { sample } from "./sample.ts";

const base = { name: "n", size: "big" };

describe("the state that is recorded", () => {
  const cases: [string, Properties, object, Properties][] = [
    ["holds inputs, defaults and what AWS says", base, { arn: "a" }, { ...base, count: 3, arn: "a" }],
    ["believes AWS rather than the program", { ...base, note: "x" }, { note: "y" }, { ...base, count: 3, note: "y" }],
    ["believes AWS when it says: none", { ...base, note: "x" }, { note: undefined }, { ...base, count: 3 }],
    [
      "keeps the program's wording of what means the same",
      { ...base, parts: [{ label: "b" }, { label: "a" }] },
      { parts: [{ label: "a" }, { label: "b" }] },
      { ...base, count: 3, parts: [{ label: "b" }, { label: "a" }] },
    ],
    ["hides what the type calls secret", base, { password: "p" }, { ...base, count: 3, password: new Secret("p") }],
    [
      "hides what was given as a secret, at any depth",
      { ...base, parts: [{ label: new Secret("a") }] },
      { parts: [{ label: "a" }] },
      { ...base, count: 3, parts: new Secret([{ label: "a" }]) },
    ],
    [
      "hides all tags when one is secret",
      { ...base, tags: { a: new Secret("b") } },
      { tags: { a: "b" }, tagsAll: { a: "b" } },
      { ...base, count: 3, tags: new Secret({ a: "b" }), tagsAll: new Secret({ a: "b" }) },
    ],
    ["leaves out the notes", { ...base, __defaults: ["name"] }, {}, { ...base, count: 3 }],
  ];
  for (const [what, inputs, answer, expected] of cases) {
    it(what, () => {
      expect(recordedState(sample, inputs, answer)).to.deep.equal(expected);
    });
  }
});

describe("the state that a preview expects", () => {
  it("of a new resource has inputs and defaults, and unknown outputs, secret where they will be", () => {
    expect(expectedState(sample, { ...base, note: UNKNOWN, tags: { a: "b" } })).to.deep.equal({
      ...base,
      arn: UNKNOWN,
      count: 3,
      note: UNKNOWN,
      password: new Secret(UNKNOWN),
      policy: UNKNOWN,
      region: UNKNOWN,
      tags: { a: "b" },
      tagsAll: { a: "b" },
    });
  });

  it("of a new resource has the program's choice instead of AWS's", () => {
    expect(expectedState(sample, { ...base, policy: "p" }).policy).to.equal("p");
  });

  it("of an updated resource keeps its outputs", () => {
    const state = { ...base, arn: "a", count: 3, password: new Secret("p"), tagsAll: {} };
    const expected = expectedUpdate(sample, state, { ...base, count: 4, tags: { a: UNKNOWN } });
    expect(expected).to.deep.equal({ ...state, count: 4, tags: { a: UNKNOWN }, tagsAll: { a: UNKNOWN } });
  });
});

describe("the inputs that a refresh finds", () => {
  const cases: [string, Properties, Properties, Properties][] = [
    [
      "are the program's while AWS agrees",
      { ...base, tags: { a: "b" } },
      { ...base, count: 3, tags: { a: "b" }, arn: "a" },
      { ...base, tags: { a: "b" } },
    ],
    [
      "tell what was changed elsewhere",
      { ...base, note: "x" },
      { ...base, count: 3, note: "y" },
      { ...base, note: "y" },
    ],
    ["tell what was taken away elsewhere", { ...base, note: "x" }, { ...base, count: 3 }, base],
    ["tell what is no longer as by default", base, { ...base, count: 7 }, { ...base, count: 7 }],
    ["pass over what is AWS's choice", base, { ...base, count: 3, policy: "p", region: "r" }, base],
    [
      "keep secrets",
      { ...base, note: new Secret("x") },
      { ...base, count: 3, note: new Secret("x") },
      { ...base, note: new Secret("x") },
    ],
    [
      "are everything that AWS says, in an import",
      {},
      { ...base, count: 3, policy: "p", arn: "a" },
      { ...base, policy: "p" },
    ],
  ];
  for (const [what, inputs, state, expected] of cases) {
    it(what, () => {
      expect(actualInputs(sample, inputs, state)).to.deep.equal(expected);
    });
  }
});
