import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import { keylabFolder } from "../../../cli/keylabFolder.ts";
import { openTarget } from "../../../cli/run/openTarget.ts";
import type { Target } from "../../../runner/target.ts";
import { ControlClient } from "../../../targets/controlClient.ts";
import { startAwsServer } from "../../../targets/awsServer.ts";

const region = "us-east-1";
const hour = 3_600_000;

describe("entering an embedded AWS that was started from this folder", () => {
  let workingFolder: string;

  beforeEach(async () => {
    workingFolder = await mkdtemp(join(tmpdir(), "keylab-open-"));
  });

  afterEach(() => rm(workingFolder, { recursive: true }));

  it("goes by its own clock, also for whoever has met it before it had left word", async () => {
    const states = new AwsStates(keylabFolder({ workingFolder }));
    await states.prepare();
    let entering: Promise<Target> | undefined;
    const server = await startAwsServer({
      port: 0,
      rootSecret: "test",
      region,
      reportBug: (error) => expect.fail(String(error)),
      announce: async (announced) => {
        const choice = { kind: "endpoint", url: new URL(announced.url) } as const;
        entering = openTarget(choice, { workingFolder, environment: {} });
        // Long enough for it to ask who is there.
        await setTimeout(300);
        await states.write({ ...announced, region, rootSecret: "test", pid: process.pid });
      },
    });
    const session = await (await entering)?.open([]);
    try {
      await new ControlClient(server.url, server.controlToken).advanceClock(hour);
      const now = await session?.now();
      expect(now?.getTime()).to.be.within(Date.now() + hour - 10_000, Date.now() + hour);
    } finally {
      await session?.close();
      await server.stop();
    }
  }).timeout(30_000);
});
