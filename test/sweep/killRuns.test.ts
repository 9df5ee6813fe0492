import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keylab } from "../cli/keylab.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { expire } from "./expire.ts";
import { inventory } from "./inventory.ts";
import { killRuns } from "./killRuns.ts";
import { withSharedAws } from "./withSharedAws.ts";

describe("keylab sweep", () => {
  let folder: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-sweep-"));
  });

  after(() => rm(folder, { recursive: true }));

  it("leaves the account of a killed run as it was, but for keys that are pending deletion", async () => {
    const report = await withSharedAws(folder, [], (aws) => killRuns({ ...aws, seed: 7, rounds: 3 }));
    expect(report.broken).to.deep.equal([]);
    expect(report.swept).to.be.above(0);
  }).timeout(120_000);

  it("removes what was kept, when it is asked to, and a run does not; the key can be got back", async () => {
    await withSharedAws(folder, [], async ({ url, ...circumstances }) => {
      const on = ["--target", url];
      const kept = await keylab(["run", "kms/grants", "--keep", ...on], circumstances);
      expect(kept.exitCode, kept.stdout + kept.stderr).to.equal(0);
      const shown = await keylab(["sweep", "--dry-run", ...on], circumstances);
      expect(shown.stdout).to.match(/^kms\/grants, run \S+: \d+ resources$/m);
      expect(shown.stdout).to.match(/ {2}arn:aws:kms:\S+:key\//);
      await keylab(["run", "kms/hmac", ...on], circumstances);
      expect((await keylab(["sweep", "--dry-run", ...on], circumstances)).stdout).to.equal(shown.stdout);
      const asked = await keylab(["sweep", ...on], circumstances);
      expect(asked.exitCode).to.equal(2);
      expect(asked.stderr).to.include("Pass --yes if they may.");
      const swept = await keylab(["sweep", "--yes", ...on], circumstances);
      expect(swept.exitCode, swept.stdout).to.equal(0);
      const [, key = ""] = /removed {2}(arn:aws:kms:\S+:key\/\S+)/.exec(swept.stdout) ?? [];
      expect((await keylab(["keys", "--pending", ...on], circumstances)).stdout).to.include(key);
      const cancelled = await keylab(["keys", ...on, "cancel", key], circumstances);
      expect(cancelled.stdout).to.include("The key is Disabled");
      expect((await keylab(["keys", "--pending", ...on], circumstances)).stdout).to.not.include(key);
      const again = await keylab(["sweep", ...on], circumstances);
      expect(again.stdout).to.equal(`No run has left anything at ${url}/.\n`);
    });
  }).timeout(120_000);

  it("finds by tags alone, once they have expired, what was left from another folder", async () => {
    const [here, there] = [join(folder, "here"), join(folder, "there")];
    await Promise.all([mkdir(here), mkdir(there)]);
    await withSharedAws(here, [], async ({ url, ...circumstances }) => {
      const on = ["--target", url];
      const elsewhere = { ...circumstances, folder: there };
      const before = await inventory(url);
      const kept = await keylab(["run", "secretsmanager/team-task-hub", "--keep", ...on], circumstances);
      expect(kept.exitCode, kept.stdout + kept.stderr).to.equal(0);
      const early = await keylab(["sweep", "--yes", ...on], elsewhere);
      expect(early.stdout, early.stderr).to.equal(`No run has left anything at ${url}/.\n`);
      await expire(url);
      const swept = await keylab(["sweep", "--yes", ...on], elsewhere);
      expect(swept.exitCode, swept.stdout + swept.stderr).to.equal(0);
      expect(await inventory(url)).to.deep.equal(before);
    });
  }).timeout(120_000);
});
