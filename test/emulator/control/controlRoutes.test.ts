import { expect } from "chai";
import packageJson from "../../../package.json" with { type: "json" };
import { startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { queryCall, send } from "../../support/signedRequest.ts";

const forbidden = { message: "This route wants the instance's token in the header x-keylab-token." };

describe("the control routes", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  async function ask(path: string, options: { token?: string; post?: string } = {}) {
    const { token, post } = options;
    const answer = await fetch(`${emulator.url}/_keylab/${path}`, {
      method: post === undefined ? "GET" : "POST",
      headers: {
        ...(token !== undefined && { "x-keylab-token": token }),
        ...(post !== undefined && { "content-type": "application/json" }),
      },
      body: post,
    });
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  }

  it("tell everybody that the server is well", async () => {
    expect(await ask("health")).to.deep.equal({
      status: 200,
      body: { status: "ok", version: packageJson.version, ready: true },
    });
  });

  const locked: { name: string; path: string; post?: string }[] = [
    { name: "the time", path: "clock" },
    { name: "to move the clock", path: "clock/advance", post: '{"milliseconds":1}' },
    { name: "how it is", path: "status" },
    { name: "calls", path: "events" },
    { name: "decisions", path: "decisions/some-request" },
    { name: "stored items", path: "inspect/tables/000000000000/us-east-1/people" },
  ];
  for (const { name, path, post } of locked) {
    for (const token of [undefined, "", "wrong", "same length"]) {
      it(`refuse ${name} to a caller with ${token === undefined ? "no token" : `the token '${token}'`}`, async () => {
        const given = token === "same length" ? "x".repeat(emulator.controlToken.length) : token;
        const before = emulator.instance.clock.now();
        expect(await ask(path, { token: given, post })).to.deep.equal({ status: 403, body: forbidden });
        expect(emulator.instance.clock.now().getTime() - before.getTime()).to.be.below(1_000);
      });
    }
  }

  it("tell the time of the instance", async () => {
    const { status, body } = await ask("clock", { token: emulator.controlToken });
    expect(status).to.equal(200);
    expect(Math.abs(timeIn(body) - emulator.instance.clock.now().getTime())).to.be.below(1_000);
  });

  it("move the clock forward by as much as is asked", async () => {
    const day = 24 * 60 * 60 * 1000;
    const before = emulator.instance.clock.now().getTime();
    const { status, body } = await ask("clock/advance", {
      token: emulator.controlToken,
      post: `{"milliseconds":${day}}`,
    });
    expect(status).to.equal(200);
    expect(timeIn(body) - before).to.be.within(day, day + 1_000);
    expect(emulator.instance.clock.now().getTime() - before).to.be.within(day, day + 1_000);
  });

  const refused: { name: string; post: string }[] = [
    { name: "backwards", post: '{"milliseconds":-1}' },
    { name: "by a fraction of a millisecond", post: '{"milliseconds":0.5}' },
    { name: "by a text", post: '{"milliseconds":"1"}' },
    { name: "beyond what is exact", post: '{"milliseconds":9007199254740992}' },
    { name: "beyond the calendar", post: '{"milliseconds":9007199254740991}' },
    { name: "without saying how far", post: "{}" },
    { name: "with a surplus member", post: '{"milliseconds":1,"seconds":1}' },
    { name: "with broken JSON", post: "{" },
    { name: "with no body", post: "" },
  ];
  for (const { name, post } of refused) {
    it(`do not move the clock ${name}`, async () => {
      const before = emulator.instance.clock.now().getTime();
      const { status, body } = await ask("clock/advance", { token: emulator.controlToken, post });
      expect(status).to.equal(400);
      expect(body).to.have.property("message").that.is.a("string").and.not.empty;
      expect(emulator.instance.clock.now().getTime() - before).to.be.below(1_000);
    });
  }

  it("tell the decisions of a request, by its id", async () => {
    emulator.instance.decisions.record("request-1", {
      result: "ImplicitlyDenied",
      layer: "key policy",
      principal: {
        kind: "root",
        accountId: "111122223333",
        arn: "arn:aws:iam::111122223333:root",
        principalId: "111122223333",
      },
      action: "kms:Decrypt",
      resource: "arn:aws:kms:us-east-1:111122223333:key/k",
    });
    expect(await ask("decisions/request-1", { token: emulator.controlToken })).to.deep.equal({
      status: 200,
      body: [
        {
          result: "ImplicitlyDenied",
          layer: "key policy",
          principal: "arn:aws:iam::111122223333:root",
          action: "kms:Decrypt",
          resource: "arn:aws:kms:us-east-1:111122223333:key/k",
        },
      ],
    });
    expect(await ask("decisions/request-2", { token: emulator.controlToken })).to.deep.equal({ status: 200, body: [] });
  });

  it("do not open AWS's own calls with their token", async () => {
    const request = queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    const { status } = await send(emulator, {
      ...request,
      afterSigning: { authorization: undefined, "x-keylab-token": emulator.controlToken },
    });
    expect(status).to.equal(403);
  });
});

function timeIn(body: unknown): number {
  expect(body).to.have.property("now");
  return typeof body === "object" && body !== null && "now" in body ? new Date(String(body.now)).getTime() : NaN;
}
