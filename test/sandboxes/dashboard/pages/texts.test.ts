import { expect } from "chai";
import { clockText } from "../../../../sandboxes/dashboard/pages/clockText.ts";
import { ownTask } from "../../../../sandboxes/dashboard/pages/ownTask.ts";
import { spanText } from "../../../../sandboxes/dashboard/pages/spanText.ts";

const minute = 60_000;

describe("spans of time", () => {
  for (const [milliseconds, text] of [
    [-1, "under 1 min"],
    [59_999, "under 1 min"],
    [minute, "1 min"],
    [60 * minute - 1, "59 min"],
    [60 * minute, "1 h"],
    [72 * minute, "1 h 12 min"],
    [24 * 60 * minute, "1 d"],
    [51 * 60 * minute + 5, "2 d 3 h"],
  ] as const) {
    it(`are told in two units: ${text}`, () => expect(spanText(milliseconds)).to.equal(text));
  }
});

describe("times", () => {
  const now = Date.parse("2026-03-02T14:00:00Z");
  for (const { at, zone, text } of [
    { at: "2026-03-02T15:30:00Z", zone: "UTC", text: "15:30 UTC" },
    { at: "2026-03-02T15:30:00Z", zone: "Europe/Zurich", text: "16:30" },
    { at: "2026-03-02T23:30:00Z", zone: "Europe/Zurich", text: "3 Mar 00:30" },
    { at: "2026-03-01T08:05:00Z", zone: "UTC", text: "1 Mar 08:05 UTC" },
  ]) {
    it(`are told as the reader's clock does: ${text}`, () => expect(clockText(at, { now, zone })).to.equal(text));
  }
});

describe("a student's task", () => {
  const names = { key: "zoe-4k2p-lab-key", table: "zoe-4k2p-lab", other: "elsewhere" };
  const told = (task: string) =>
    ownTask(task, "zoe-4k2p", names)
      .map(({ text, isName }) => (isName ? `[${text}]` : text))
      .join("");

  for (const [task, own] of [
    ["Create the key lab-key.", "Create the key [zoe-4k2p-lab-key]."],
    ["Put lab-key on lab.", "Put [zoe-4k2p-lab-key] on [zoe-4k2p-lab]."],
    ["Create zoe-4k2p-lab-key.", "Create [zoe-4k2p-lab-key]."],
    ["Go elsewhere.", "Go [elsewhere]."],
    ["Leave lab-keys and my-lab alone.", "Leave lab-keys and my-lab alone."],
    ["Nothing to name.", "Nothing to name."],
  ] as const) {
    it(`has their own names: ${task}`, () => expect(told(task)).to.equal(own));
  }

  it("stays as it is where there are no names", () => {
    expect(ownTask("Create it.", "zoe", {})).to.deep.equal([{ text: "Create it.", isName: false }]);
  });
});
