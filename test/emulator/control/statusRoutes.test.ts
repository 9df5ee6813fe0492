import { CreateKeyCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import packageJson from "../../../package.json" with { type: "json" };
import type { EmulatorOptions } from "../../../emulator/startEmulator.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const all = { throttle: 1, error: 0, drop: 0, slow: 0, slowness: { from: 1, to: 2 } };
const chaos = { seed: 3, named: { "kms:ListKeys": all } };
const lag = { seed: 7, delays: { iam: { from: 1_000, to: 2_000 } } };

async function statusOf({ url, controlToken }: Emulator, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${url}/_keylab/status`, { headers: { "x-keylab-token": controlToken, ...headers } });
  return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) };
}

async function withEmulator(options: EmulatorOptions, look: (emulator: Emulator) => Promise<void>): Promise<void> {
  const emulator = await startTestEmulator(options);
  try {
    await look(emulator);
  } finally {
    await emulator.stop();
  }
}

describe("the status of an embedded AWS", () => {
  it("says that it is plain and empty", () =>
    withEmulator({}, async (emulator) => {
      const { status, body } = await statusOf(emulator);
      const { startedAt, uptimeSeconds, clock, ...rest } = body;
      expect(status).to.equal(200);
      expect(Date.now() - Date.parse(String(startedAt))).to.be.within(0, 10_000);
      expect(uptimeSeconds).to.be.within(0, 10);
      expect(clock).to.have.property("runs", true);
      expect(rest).to.deep.equal({
        version: packageJson.version,
        ready: true,
        pid: process.pid,
        data: null,
        onlyAccounts: null,
        accounts: [],
        requestQuotas: false,
        organization: null,
        vpcEndpoint: null,
        lag: null,
        chaos: null,
      });
    }));

  it("says how it is set, and what is in each account", () => {
    const options: EmulatorOptions = {
      accountIds: ["111122223333", "444455556666"],
      clockStandsAt: new Date("2026-01-01T00:00:00Z"),
      requestQuotas: true,
      organization: { id: "o-exampleorgid", accounts: {} },
      vpcEndpoint: { id: "vpce-1", vpc: "vpc-1" },
      lag,
      chaos,
    };
    return withEmulator(options, async (emulator) => {
      await createUser(emulator, "alice", [], "444455556666");
      const { kms } = clientsFor(emulator, rootOf("111122223333"), "eu-west-1");
      await kms.send(new CreateKeyCommand({}));
      await kms.send(new ListKeysCommand({})).catch(() => undefined);
      const { body } = await statusOf(emulator);
      const none = { users: 0, roles: 0, keys: 0, tables: 0, secrets: 0 };
      const counts = { requests: 1, throttled: 1, failed: 0, droppedBefore: 0, droppedAfter: 0, slowed: 0 };
      expect(body).to.deep.include({
        onlyAccounts: ["111122223333", "444455556666"],
        clock: { now: "2026-01-01T00:00:00.000Z", runs: false },
        accounts: [
          { id: "444455556666", ...none, users: 1 },
          { id: "111122223333", ...none, keys: 1 },
        ],
        requestQuotas: true,
        organization: "o-exampleorgid",
        vpcEndpoint: "vpce-1",
        lag,
        chaos: { settings: chaos, counts },
      });
    });
  });

  it("is not told to a web page, not even with the token, nor is the clock moved by one", () =>
    withEmulator({ clockStandsAt: new Date(0) }, async (emulator) => {
      const origin = "http://localhost:3000";
      expect((await statusOf(emulator, { origin })).status).to.equal(403);
      const advance = await fetch(`${emulator.url}/_keylab/clock/advance`, {
        method: "POST",
        headers: { "x-keylab-token": emulator.controlToken, "content-type": "application/json", origin },
        body: '{"milliseconds":1}',
      });
      expect([advance.status, emulator.instance.clock.now().getTime()]).to.deep.equal([403, 0]);
    }));
});
