import { CreateKeyCommand, EncryptCommand, ListKeysCommand, ReEncryptCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import { loggedCalls } from "../../../targets/loggedCalls.ts";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const told = z.object({ last: z.number(), events: z.array(z.looseObject({ sequence: z.number() })) });

describe("the calls that are told at /_keylab/events", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: new Date("2026-01-01T00:00:00Z") });
  });
  afterEach(() => emulator.stop());

  async function ask(query: string, headers: Readonly<Record<string, string>> = {}) {
    const answer = await fetch(`${emulator.url}/_keylab/events${query}`, {
      headers: { "x-keylab-token": emulator.controlToken, ...headers },
    });
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  }
  const sequences = async (query: string) => {
    const { last, events } = told.parse((await ask(query)).body);
    return { last, sequences: events.map(({ sequence }) => sequence) };
  };
  const call = () => clientsFor(emulator).kms.send(new ListKeysCommand({}));

  it("say who, what, on what and how it ended, of a denial the layer", async () => {
    const alice = await createUser(emulator, "alice");
    const { message } = await refusalOf(alice.clients.kms.send(new ListKeysCommand({})));
    const { status, body } = await ask("?after=2");
    const requestId = emulator.instance.calls.after(2)[0]?.requestId;
    expect(requestId).to.match(/^[0-9a-f-]{36}$/);
    expect({ status, body }).to.deep.equal({
      status: 200,
      body: {
        last: 3,
        events: [
          {
            sequence: 3,
            time: "2026-01-01T00:00:00.000Z",
            principal: alice.arn,
            accountId: "000000000000",
            region: "us-east-1",
            service: "kms",
            operation: "ListKeys",
            needed: [{ action: "kms:ListKeys", resource: "*" }],
            outcome: { result: "denied", layer: "identity policy", action: "kms:ListKeys", explicit: false, message },
            requestId,
          },
        ],
      },
    });
  });

  it("say first, of all that a call needed, what was denied", async () => {
    const { kms } = clientsFor(emulator);
    const [from, to] = [await kms.send(new CreateKeyCommand({})), await kms.send(new CreateKeyCommand({}))].map(
      ({ KeyMetadata }) => KeyMetadata?.Arn ?? "",
    );
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: from, Plaintext: Buffer.from("a") }));
    const alice = await createUser(emulator, "alice", [
      { Effect: "Allow", Action: "kms:ReEncryptFrom", Resource: "*" },
    ]);
    await refusalOf(alice.clients.kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: to })));
    expect(emulator.instance.calls.after(0).at(-1)?.needed).to.deep.equal([
      { action: "kms:ReEncryptTo", resource: to },
      { action: "kms:ReEncryptFrom", resource: from },
    ]);
  });

  it("are those after a number, none after the last", async () => {
    for (let count = 0; count < 3; count += 1) await call();
    expect(await sequences("")).to.deep.equal({ last: 3, sequences: [1, 2, 3] });
    expect(await sequences("?after=1")).to.deep.equal({ last: 3, sequences: [2, 3] });
    expect(await sequences("?after=3")).to.deep.equal({ last: 3, sequences: [] });
  });

  it("come as soon as there is one, to whoever waits", async () => {
    const begin = performance.now();
    const waiting = sequences("?wait=5");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await call();
    expect(await waiting).to.deep.equal({ last: 1, sequences: [1] });
    expect(performance.now() - begin).to.be.within(90, 3_000);
  });

  it("are none for whoever has waited long enough, or when the server stops", async () => {
    expect(await sequences("?wait=1")).to.deep.equal({ last: 0, sequences: [] });
    const waiting = sequences("?wait=30");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await emulator.stop();
    expect(await waiting).to.deep.equal({ last: 0, sequences: [] });
  });

  for (const query of ["?after=-1", "?after=x", "?wait=31", "?before=1"]) {
    it(`are not told for ${query}`, async () => {
      const { status, body } = await ask(query);
      expect(status).to.equal(400);
      expect(body).to.have.property("message").that.is.a("string").and.not.empty;
    });
  }

  it("are not told to a web page, not even with the token", async () => {
    for (const origin of ["http://localhost:3000", emulator.url]) {
      expect((await ask("", { origin })).status).to.equal(403);
    }
  });

  it("are read as they are told, and nothing is read of a server that is gone or another one", async () => {
    await call();
    const first = { after: 0, waitSeconds: 0 };
    const { last, events = [] } = (await loggedCalls(emulator, first)) ?? {};
    expect([last, events]).to.deep.equal([1, told.parse((await ask("")).body).events]);
    expect(await loggedCalls({ ...emulator, controlToken: "another" }, first)).to.equal(undefined);
    await emulator.stop();
    expect(await loggedCalls(emulator, first)).to.equal(undefined);
  });
});
