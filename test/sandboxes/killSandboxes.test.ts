import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { withSharedAws } from "../sweep/withSharedAws.ts";
import { killSandboxes } from "./killSandboxes.ts";

describe("keylab sandbox", () => {
  let folder: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-kill-sandboxes-"));
  });

  after(() => rm(folder, { recursive: true }));

  // Many more with other seeds: `npm run test:kill-sandboxes`.
  it("loses no lease and leaves nothing when up, sweep and end are killed", async () => {
    const { broken, killed } = await withSharedAws(folder, [], (aws) =>
      killSandboxes({ ...aws, seed: 253, rounds: 1 }),
    );
    expect(broken).to.deep.equal([]);
    expect(killed.up + killed.sweep + killed.end).to.be.above(0);
  }).timeout(120_000);
});
