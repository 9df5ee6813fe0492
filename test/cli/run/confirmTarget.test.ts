import { expect } from "chai";
import { Interrupted } from "../../../cli/interruption.ts";
import { confirmTarget } from "../../../cli/run/confirmTarget.ts";
import { readTarget } from "../../../cli/run/targetChoice.ts";
import { otherPlaces, placeText } from "../../../cli/sandbox/otherPlaces.ts";
import { UserError } from "../../../errors/userError.ts";
import { FakeContext } from "../fakeContext.ts";

const target = { name: "there", summary: "AWS account 111122223333, region eu-central-1. More.", statesLayer: false };
const away = { choice: readTarget("https://aws.example.com"), target };
const unasked = { yes: false, signal: new AbortController().signal };
const question =
  "This run creates and deletes resources at https://aws.example.com, which is not on this machine. Go on? [y/N] ";

async function errorOf(promise: Promise<void>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("the question before a run on an AWS that is not on this machine", () => {
  for (const text of [
    "local",
    "http://127.0.0.1:4566",
    "http://127.9.9.9",
    "http://localhost:4566",
    "http://[::1]:1",
  ]) {
    it(`is not asked for ${text}`, async () => {
      const context = new FakeContext();
      await confirmTarget({ choice: readTarget(text), target }, unasked, context);
      expect(context.told()).to.equal("");
    });
  }

  it("names account and region on AWS, and that it costs", async () => {
    const context = new FakeContext({ isTTY: true });
    context.stdin.write("y\n");
    await confirmTarget({ choice: readTarget("aws:111122223333"), target }, unasked, context);
    expect(context.told()).to.equal(
      "This run creates and deletes resources on real AWS, which costs money: AWS account 111122223333, region eu-central-1. Go on? [y/N] ",
    );
  });

  it("names all other accounts and regions in which it works", async () => {
    const context = new FakeContext({ isTTY: true });
    context.stdin.write("y\n");
    const orders = [
      { account: "222222222222", region: "eu-west-1" },
      { account: "222222222222", region: "eu-west-1" },
      { account: "333333333333" },
      { region: "us-east-1" },
      {},
    ];
    const others = otherPlaces(orders).map(placeText);
    await confirmTarget({ choice: readTarget("aws:111122223333"), target, others }, unasked, context);
    expect(context.told()).to.equal(
      "This run creates and deletes resources on real AWS, which costs money: AWS account 111122223333, region eu-central-1; " +
        "account 222222222222, region eu-west-1; account 333333333333, the same region; region us-east-1. Go on? [y/N] ",
    );
  });

  it("is not asked with --yes", async () => {
    const context = new FakeContext();
    await confirmTarget(away, { ...unasked, yes: true }, context);
    expect(context.told()).to.equal("");
  });

  for (const answer of ["y", "Y", "yes", " Yes "]) {
    it(`is answered with yes by ${JSON.stringify(answer)}`, async () => {
      const context = new FakeContext({ isTTY: true });
      context.stdin.write(`${answer}\n`);
      await confirmTarget(away, unasked, context);
      expect(context.told()).to.equal(question);
    });
  }

  for (const answer of ["", "n", "no", "yo"]) {
    it(`is answered with no by ${JSON.stringify(answer)}`, async () => {
      const context = new FakeContext({ isTTY: true });
      context.stdin.write(`${answer}\n`);
      const error = await errorOf(confirmTarget(away, unasked, context));
      expect(error).to.be.instanceOf(UserError).with.property("message", "Nothing was created.");
      expect(error).to.have.property("exitCode", 1);
    });
  }

  it("is answered with no by the end of the input", async () => {
    const context = new FakeContext({ isTTY: true });
    context.stdin.end();
    expect(await errorOf(confirmTarget(away, unasked, context))).to.be.instanceOf(UserError);
  });

  it("is no question any more after Ctrl-C", async () => {
    const abortion = new AbortController();
    const context = new FakeContext({ isTTY: true });
    const confirmed = errorOf(confirmTarget(away, { yes: false, signal: abortion.signal }, context));
    abortion.abort(new Interrupted());
    expect(await confirmed).to.be.instanceOf(Interrupted);
  });
});
