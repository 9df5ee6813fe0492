import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { expect } from "chai";
import { markOf } from "../../../runner/marks/mark.ts";
import { sweepClaim } from "../../../runner/sweep/sweepClaim.ts";
import { withLock } from "../../../runner/withLock.ts";
import { installationMilliseconds, testPulumi } from "../../support/pulumi.ts";

const mark = markOf("20260101T120000-1a2b3c", "1a2b3c00", "kms/one");

describe("sweepClaim", () => {
  let runFolder: string;

  before(async () => {
    runFolder = await mkdtemp(join(tmpdir(), "keylab-sweep-"));
  });
  after(() => rm(runFolder, { recursive: true }));

  it("removes nothing of what another keylab sweeps, and tells who does and since when", async () => {
    const pulumi = await PulumiCommand.get({ root: (await testPulumi()).root });
    const unused = async () => Promise.reject(new Error("Nothing is asked of the target."));
    const credentials = { accessKeyId: "none", secretAccessKey: "none" };
    const root = { region: "us-east-1", credentials, maxAttempts: 1 };
    const lasting = { url: "http://127.0.0.1:1", root, check: unused, takeOver: unused };
    const journal = { runFolder, folder: join(runFolder, "one"), regions: [], made: new Set<string>(), isKept: false };
    const sweep = () => sweepClaim({ mark, journal }, { pulumi, pulumiHome: "", lasting, regions: [] });
    const held = await withLock({ folder: runFolder, lockfilePath: join(runFolder, "sweep.lock") }, sweep);
    if ("heldBy" in held) throw new Error("Somebody holds the lock of this test.");
    const { removed, remaining } = held.result;
    expect([removed, remaining.map(({ item }) => item)]).to.deep.equal([[], [mark.run]]);
    const who = `${userInfo().username}@${hostname()}, process ${process.pid}, which still runs`;
    expect(remaining[0]?.reason).to.match(
      new RegExp(`^what this run has left is swept by another keylab: ${who}, since 20\\S+Z \\(less than a minute\\)$`),
    );
    expect(await readdir(runFolder)).to.deep.equal([]);
  }).timeout(installationMilliseconds);
});
