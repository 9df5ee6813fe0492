import { InvalidArgumentError } from "commander";
import { expect } from "chai";
import { readLag } from "../../../cli/aws/lagOption.ts";
import { lagText } from "../../../cli/aws/lagText.ts";
import { defaultLag } from "../../../targets/lagSettings.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const exactly = (milliseconds: number) => ({ from: milliseconds, to: milliseconds });

describe("--lag", () => {
  for (const { text, lag, words } of [
    {
      text: "default",
      lag: defaultLag,
      words: "iam 3s to 4s, keyPolicy 1s to 3s, grant 1s to 5m, alias 1s to 5m (seed 1)",
    },
    {
      text: "iam=2s..6s,keyPolicy=200ms..3s,grant=1m,alias=1h,seed=7",
      lag: {
        seed: 7,
        delays: {
          iam: { from: 2_000, to: 6_000 },
          keyPolicy: { from: 200, to: 3_000 },
          grant: exactly(60_000),
          alias: exactly(3_600_000),
        },
      },
      words: "iam 2s to 6s, keyPolicy 200ms to 3s, grant 1m, alias 1h (seed 7)",
    },
    { text: " iam=90s , seed=0", lag: { seed: 0, delays: { iam: exactly(90_000) } }, words: "iam 90s (seed 0)" },
    { text: "grant=1d", lag: { seed: 1, delays: { grant: exactly(86_400_000) } }, words: "grant 1d (seed 1)" },
    { text: "alias=0s", lag: { seed: 1, delays: { alias: exactly(0) } }, words: "alias 0s (seed 1)" },
    { text: "seed=5", lag: { seed: 5, delays: {} }, words: "nothing (seed 5)" },
  ]) {
    it(`'${text}' is understood, and said as '${words}'`, () => {
      expect(readLag(text)).to.deep.equal(lag);
      expect(lagText(lag)).to.equal(words);
    });
  }

  for (const { text, part = text } of [
    { text: "" },
    { text: "Default" },
    { text: "iam" },
    { text: "iam=" },
    { text: "iam=2" },
    { text: "iam=2 s" },
    { text: "iam=-2s" },
    { text: "iam=1.5s" },
    { text: "iam=2w" },
    { text: "iam=6s..2s" },
    { text: "iam=2s..3s..4s" },
    { text: "iam=2s.." },
    { text: "iam=9999999s" },
    { text: "policy=2s" },
    { text: "seed=-1" },
    { text: "seed=1234567890" },
    { text: "iam=2s,default", part: "default" },
    { text: "iam=2s,,grant=1m", part: "" },
    { text: "iam=2s;grant=1m" },
  ]) {
    it(`'${text}' is refused`, () => {
      expect(thrownBy(() => readLag(text), InvalidArgumentError).message).to.equal(
        `"${part}" is not understood. Write default, or a list of iam, keyPolicy, grant, alias and seed, such as iam=2s..6s,grant=1m,seed=7.`,
      );
    });
  }
});
