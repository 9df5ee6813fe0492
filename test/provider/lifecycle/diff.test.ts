import { expect } from "chai";
import { diff } from "../../../provider/lifecycle/diff.ts";
import type { Change } from "../../../provider/lifecycle/diff.ts";
import { Secret, UNKNOWN } from "../../../provider/values.ts";
import type { Properties } from "../../../provider/values.ts";
import { sample } from "./sample.ts";

const base = { name: "n", size: "big" };
const auto = { ...base, __defaults: ["name"] };

describe("diff", () => {
  const same: [string, Properties, Properties, Properties?][] = [
    ["equal inputs", base, base],
    ["a default written out", base, { ...base, count: 3 }],
    ["a default left out", { ...base, count: 3 }, base],
    [
      "a list in another order",
      { ...base, parts: [{ label: "a" }, { label: "b" }] },
      { ...base, parts: [{ label: "b" }, { label: "a" }] },
    ],
    ["an empty map instead of none", base, { ...base, tags: {} }],
    ["an empty text instead of none", { ...base, note: "" }, base],
    ["a value that became a secret", { ...base, note: "x" }, { ...base, note: new Secret("x") }],
    ["a choice left to AWS from now on", { ...base, policy: "p" }, base],
    ["AWS's choice written out", base, { ...base, region: "eu-west-1" }, { region: "eu-west-1" }],
    ["the official provider's notes", { ...base, __defaults: ["count"] }, base],
  ];
  for (const [what, olds, news, state = {}] of same) {
    it(`finds nothing in ${what}`, () => {
      expect(diff(sample, { inputs: olds, state }, news)).to.deep.equal({
        changes: new Map(),
        deleteBeforeReplace: false,
      });
    });
  }

  const changes: [string, Properties, Properties, Record<string, Change>, boolean][] = [
    [
      "an update in place",
      { ...base, count: 4 },
      { ...base, count: 5 },
      { count: { kind: "update", replaces: false } },
      false,
    ],
    ["an input that is new", base, { ...base, note: "x" }, { note: { kind: "add", replaces: false } }, false],
    ["an input that is taken out", { ...base, note: "x" }, base, { note: { kind: "delete", replaces: false } }, false],
    [
      "a changed secret",
      { ...base, note: new Secret("x") },
      { ...base, note: new Secret("y") },
      { note: { kind: "update", replaces: false } },
      false,
    ],
    [
      "a value that is not known yet",
      { ...base, note: "x" },
      { ...base, note: UNKNOWN },
      { note: { kind: "update", replaces: false } },
      false,
    ],
    ["a choice taken from AWS", base, { ...base, policy: "p" }, { policy: { kind: "add", replaces: false } }, false],
    [
      "a replacement under its own name, the old one first",
      base,
      { ...base, size: "small" },
      { size: { kind: "update", replaces: true } },
      true,
    ],
    [
      "a replacement by something unknown",
      base,
      { ...base, size: UNKNOWN },
      { size: { kind: "update", replaces: true } },
      true,
    ],
    [
      "a replacement under another name, the new one first",
      base,
      { name: "m", size: "small" },
      { name: { kind: "update", replaces: true }, size: { kind: "update", replaces: true } },
      false,
    ],
    [
      "a replacement under an automatic name, the new one first",
      auto,
      { ...auto, size: "small" },
      { size: { kind: "update", replaces: true } },
      false,
    ],
    [
      "a replacement under a name that is not known yet, the new one first",
      base,
      { ...base, name: UNKNOWN },
      { name: { kind: "update", replaces: true } },
      false,
    ],
  ];
  for (const [what, olds, news, expected, deleteBeforeReplace] of changes) {
    it(`finds ${what}`, () => {
      const found = diff(sample, { inputs: olds, state: {} }, news);
      expect(found).to.deep.equal({ changes: new Map(Object.entries(expected)), deleteBeforeReplace });
    });
  }
});
