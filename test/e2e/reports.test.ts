import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keylab } from "../cli/keylab.ts";
import { junitMistakes } from "../support/junitMistakes.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { schemaMistakes } from "../support/schemaMistakes.ts";

describe("the reports of runs with the engine", () => {
  let folder = "";
  let pulumi = "";

  before(async function () {
    this.timeout(installationMilliseconds);
    ({ path: pulumi } = await testPulumi());
    folder = await mkdtemp(join(tmpdir(), "keylab-reports-"));
  });

  after(() => rm(folder, { recursive: true }));

  const tell = (...args: string[]) =>
    keylab(args, { folder, environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") } });

  const passedOf = (stdout: string) => Number(/^(\d+) passed/m.exec(stdout.trimEnd().split("\n").at(-1) ?? "")?.[1]);

  it("are as their schemas say, and shards merge to what one run tells", async () => {
    const chosen = ["kms/hmac", "kms/grants", "kms/iam-policy-only"];
    const whole = await tell("run", ...chosen);
    expect(whole.exitCode, whole.stdout + whole.stderr).to.equal(0);
    for (const shard of ["1/2", "2/2"]) {
      const { exitCode, stderr } = await tell("run", ...chosen, "--shard", shard, "--reporter", "json=last.json");
      expect([exitCode, stderr]).to.deep.equal([0, ""]);
    }
    const runs = join(folder, ".keylab", "runs");
    const [first = "", ...shards] = (await readdir(runs)).sort();
    const merged = await tell("merge", ...shards.map((shard) => join(runs, shard)), "--output", "merged");
    expect([merged.exitCode, merged.stderr]).to.deep.equal([0, ""]);
    expect(passedOf(merged.stdout)).to.equal(passedOf(whole.stdout)).and.to.be.greaterThan(20);
    for (const run of [join(runs, first), join(folder, "merged")]) {
      const log = await readFile(join(run, "events.jsonl"), "utf8");
      const events = log
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
      expect(schemaMistakes("events", events)).to.deep.equal([]);
      expect(schemaMistakes("report", [JSON.parse(await readFile(join(run, "report.json"), "utf8"))])).to.deep.equal(
        [],
      );
      expect(await junitMistakes(await readFile(join(run, "junit.xml"), "utf8"))).to.deep.equal([]);
    }
    expect((await tell("history")).stdout.match(/^✔ /gm)).to.have.lengthOf(3);
  }).timeout(180_000);
});
