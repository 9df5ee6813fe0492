import { expect } from "chai";
import { costOf, type Billed } from "../../scenarios/contract/billed.ts";

const cases: readonly { readonly name: string; readonly billed: Billed; readonly says: string }[] = [
  { name: "nothing", billed: {}, says: "Nothing an hour, less than 0.01 USD a run." },
  {
    name: "one key",
    billed: { keys: 1 },
    says: "About 0.0014 USD an hour (1 customer managed key), less than 0.01 USD a run.",
  },
  {
    name: "several things and a note",
    billed: { keys: 2, secrets: 1, alarms: 1, volumeGigabytes: 10, note: "More is free." },
    says: "About 0.0045 USD an hour (2 customer managed keys, 1 secret, 1 alarm, 10 GB of volumes), less than 0.01 USD a run. More is free.",
  },
];

describe("What a scenario costs on AWS", () => {
  for (const { name, billed, says } of cases) {
    it(`is said for ${name}`, () => {
      expect(costOf(billed)).to.equal(says);
    });
  }
});
