import { InvalidArgumentError } from "commander";
import { expect } from "chai";
import { readChaos } from "../../../cli/aws/chaosOption.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const none = { throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 200, to: 2_000 } };

describe("--chaos", () => {
  for (const { text, chaos } of [
    { text: "throttle=0.05", chaos: { seed: 1, rates: { ...none, throttle: 0.05 } } },
    { text: "seed=7,error=1", chaos: { seed: 7, rates: { ...none, error: 1 } } },
    { text: "drop=.5, error=0", chaos: { seed: 1, rates: { ...none, drop: 0.5 } } },
    { text: "slow=0.1", chaos: { seed: 1, rates: { ...none, slow: 0.1 } } },
    { text: "slow=1:1s", chaos: { seed: 1, rates: { ...none, slow: 1, slowness: { from: 1_000, to: 1_000 } } } },
    {
      text: "slow=0.1:5ms..1m",
      chaos: { seed: 1, rates: { ...none, slow: 0.1, slowness: { from: 5, to: 60_000 } } },
    },
    {
      text: "throttle=0.1,error=0.2,drop=0.7,slow=1",
      chaos: { seed: 1, rates: { ...none, throttle: 0.1, error: 0.2, drop: 0.7, slow: 1 } },
    },
    {
      text: "drop=1,only=kms|dynamodb:GetItem",
      chaos: { seed: 1, named: { kms: { ...none, drop: 1 }, "dynamodb:GetItem": { ...none, drop: 1 } } },
    },
    { text: "chaos.yaml", chaos: { path: "chaos.yaml" } },
    { text: "/a=b,c/chaos.json", chaos: { path: "/a=b,c/chaos.json" } },
  ]) {
    it(`'${text}' is understood`, () => {
      expect(readChaos(text)).to.deep.equal(chaos);
    });
  }

  for (const { text, part = text } of [
    { text: "" },
    { text: "default" },
    { text: "throttle" },
    { text: "throttle=" },
    { text: "throttle=2" },
    { text: "throttle=5%" },
    { text: "throttle=-0.1" },
    { text: "throttle=1.5" },
    { text: "throttle=1e-1" },
    { text: "loss=0.1" },
    { text: "constructor=1" },
    { text: "slow=0.1:" },
    { text: "slow=0.1:fast" },
    { text: "slow=0.1:2s..1s" },
    { text: "slow=0.1:1s:2s" },
    { text: "only=KMS" },
    { text: "only=kms|" },
    { text: "only=kms:Decrypt:1" },
    { text: "seed=x" },
    { text: "error=0.1,,drop=0.1", part: "" },
    { text: "error=0.1;drop=0.1" },
  ]) {
    it(`'${text}' is refused`, () => {
      expect(thrownBy(() => readChaos(text), InvalidArgumentError).message).to.equal(
        `"${part}" is not understood. Write a list of throttle, error, drop (rates from 0 to 1), slow=<rate>:<range>, only=<service>|<service>:<Operation> and seed, such as seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem, or the name of a .yaml or .json file.`,
      );
    });
  }

  it("is refused for rates that are more than 1 together", () => {
    expect(thrownBy(() => readChaos("throttle=0.5,error=0.3,drop=0.3"), InvalidArgumentError).message).to.equal(
      "The rates of throttle, error and drop are more than 1 together.",
    );
  });

  for (const [only, unknown] of [
    ["kmss", "kmss"],
    ["kms|sts:Decrypt", "sts:Decrypt"],
  ] as const) {
    it(`is refused for what the embedded AWS does not have: ${unknown}`, async () => {
      const context = new FakeContext();
      const args = ["aws", "start", "--port", "0", "--chaos", `drop=1,only=${only}`];
      expect(await keylabHere(args, context)).to.deep.equal({
        exitCode: 2,
        stdout: "",
        stderr: `--chaos names ${unknown}, which the embedded AWS does not have.\nName a service such as kms, or an operation of one such as kms:Decrypt.\n`,
      });
    });
  }
});

describe("keylab aws start", () => {
  for (const { option, value, says } of [
    { option: "--account <id...>", value: "12345", says: "An account is written as its 12 digits." },
    { option: "--account <id...>", value: "1111-2222-3333", says: "An account is written as its 12 digits." },
    { option: "--clock <clock>", value: "now", says: "A clock is written real, or fixed:2026-01-01T00:00:00Z." },
    { option: "--clock <clock>", value: "fixed:", says: "A clock is written real, or fixed:2026-01-01T00:00:00Z." },
    {
      option: "--clock <clock>",
      value: "fixed:2026-13-01",
      says: "A clock is written real, or fixed:2026-01-01T00:00:00Z.",
    },
    {
      option: "--clock <clock>",
      value: "fixed:2026-01-01T00:00:00+01:00",
      says: "A clock is written real, or fixed:2026-01-01T00:00:00Z.",
    },
  ]) {
    it(`refuses ${option} ${value}`, async () => {
      const [name = ""] = option.split(" ");
      const args = ["aws", "start", "--port", "0", name, value];
      const { exitCode, stderr } = await keylabHere(args, new FakeContext());
      expect(exitCode).to.equal(2);
      expect(stderr.split("\n")[0]).to.equal(`Option '${option}' argument '${value}' is invalid. ${says}`);
    });
  }
});
