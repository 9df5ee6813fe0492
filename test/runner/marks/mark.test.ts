import { expect } from "chai";
import { isExpired, markOf, readMark, suffixOf, tagsOf } from "../../../runner/marks/mark.ts";

const mark = markOf("20260101T120000-1a2b3c", "1a2b3c0k", "kms/first-key", new Date("2026-01-01T12:00:00Z"));
const tags = {
  "keylab:run": "20260101T120000-1a2b3c0k",
  "keylab:scenario": "kms/first-key",
  "keylab:expires": "2026-01-01T16:00:00.000Z",
};

describe("The mark of a scenario run", () => {
  it("is three tags, and expires four hours after the start", () => {
    expect(tagsOf(mark)).to.deep.equal(tags);
  });

  it("is read from tags, among others", () => {
    expect(readMark({ ...tags, Project: "Letters" })).to.deep.equal(mark);
  });

  it("says what names end with", () => {
    expect(suffixOf(mark)).to.equal("1a2b3c0k");
  });

  for (const [title, changed] of [
    ["a run that is none", { ...tags, "keylab:run": "mine" }],
    ["a time that is none", { ...tags, "keylab:expires": "tomorrow" }],
    ["no scenario", { "keylab:run": tags["keylab:run"], "keylab:expires": tags["keylab:expires"] }],
  ] as const) {
    it(`is not there with ${title}`, () => {
      expect(readMark(changed)).to.equal(undefined);
    });
  }

  it("expires when its time has come", () => {
    expect(isExpired(mark, new Date("2026-01-01T15:59:59Z"))).to.equal(false);
    expect(isExpired(mark, new Date("2026-01-01T16:00:01Z"))).to.equal(true);
  });
});
