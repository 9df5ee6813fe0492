import { expect } from "chai";
import { compareKeys } from "../../../../../emulator/services/s3/lists/compareKeys.ts";

/** In the order of their UTF-8. UTF-16 would put the emoji before the full-width letter. */
const inOrder = ["", "A", "a", "a/", "a/b", "a0", "aa", "b", "é", "\ud7ff", "\ue000", "ａ", "ａb", "😀", "😀/", "😁"];

describe("Keys of S3", () => {
  it("come in the order of their UTF-8, however they came", () => {
    expect([...inOrder].reverse().sort(compareKeys)).to.deep.equal(inOrder);
    const byBytes = [...inOrder].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(byBytes).to.deep.equal(inOrder);
  });

  it("are equal to themselves alone", () => {
    for (const key of inOrder) {
      expect(inOrder.filter((other) => compareKeys(key, other) === 0)).to.deep.equal([key]);
    }
  });
});
