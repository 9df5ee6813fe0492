import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ClassFolder } from "../../sandboxes/classes/classFolder.ts";
import { cachePaths } from "../../toolchain/cachePaths.ts";
import { Keylab, keylab, type Circumstances } from "../cli/keylab.ts";
import { simpleTable } from "../sandboxes/enroll.ts";
import { studentClients } from "../sandboxes/studentClients.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { inventory } from "../sweep/inventory.ts";

/** An embedded AWS that keeps its state. Port 0: one that is free. */
async function startAws(port: string, circumstances: Circumstances) {
  const server = new Keylab(["aws", "start", "--port", port, "--data", "state"], circumstances);
  const [, url = ""] = await server.says(/(http:\/\/127\.0\.0\.1:\d+)[^]*Ctrl-C/);
  const stop = async () => {
    server.process.kill("SIGTERM");
    await server.ended();
  };
  return { url, port: new URL(url).port, stop };
}

const readable = /^(No AWS answers at|AWS does not answer|The embedded AWS at) .* Trying again every 1 s\.$/;

describe("keylab sandbox watch", () => {
  let folder: string;
  let circumstances: Circumstances;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-watch-"));
    circumstances = { folder, environment: { KEYLAB_CACHE: cachePaths(process.env).folder } };
  });

  after(() => rm(folder, { recursive: true }));

  it("freezes and ends what it should beside another one, is stopped by a signal, and waits while AWS is away", async () => {
    let aws = await startAws("0", circumstances);
    const before = await inventory(aws.url);
    const place = ["--workshop", "encrypt-a-database", "--target", aws.url];
    const terms = ["--seats", "1", "--blueprint", "do-it-yourself", "--tables", "1", "--for", "1h"];
    const made = await keylab(["sandbox", "up", ...place, ...terms], circumstances);
    expect(made.exitCode, made.stdout + made.stderr).to.equal(0);
    const { leases, path } = new ClassFolder(join(folder, ".keylab", "classes", "encrypt-a-database"));
    const [id = ""] = leases.list().map((lease) => lease.id);
    const student = await studentClients(join(path, "hand-out"), id, "admin");
    for (const name of ["one", "two"]) await student.dynamodb.send(simpleTable(`${id}-${name}`));
    const watchers = [0, 1].map(() => new Keylab(["sandbox", "watch", "--every", "1"], circumstances));
    try {
      const [first, second] = watchers;
      if (!first || !second) throw new Error("Two watch.");
      // Two that look at the same time do the same thing once.
      await Promise.all(watchers.map((one) => one.says(/Ctrl-C stops it/)));
      await Promise.race(
        watchers.map((one) => one.says(new RegExp(`^${id} frozen: it has 2 tables, and may have 1$`, "m"))),
      );
      second.process.kill("SIGTERM");
      const stopped = await second.ended();
      expect([stopped.exitCode, stopped.stderr]).to.deep.equal([0, "Stopping. The same command goes on with it.\n"]);

      await aws.stop();
      // What it was asking at that moment it asks up to ten times, which takes the AWS SDK up to a minute.
      await first.tells(/\n/);
      aws = await startAws(aws.port, circumstances);
      const advanced = await keylab(["aws", "clock", "advance", "2h", "--port", aws.port], circumstances);
      expect(advanced.exitCode, advanced.stdout + advanced.stderr).to.equal(0);
      await first.says(/All sandboxes have ended/);
      const ended = await first.ended();
      expect([ended.exitCode, ended.stdout.split("\n").slice(-3)]).to.deep.equal([
        0,
        [`${id} ended: nothing of it is left`, "All sandboxes have ended.", ""],
      ]);
      // A line for what is away, and at most one more for what has come back as another: no stack traces, and none again and again.
      const told = ended.stderr.trimEnd().split("\n");
      for (const line of told) expect(line).to.match(readable);
      expect(told.length).to.be.within(1, 3);
      expect([...(await inventory(aws.url))].filter((item) => !before.has(item))).to.deep.equal([]);
    } finally {
      for (const one of watchers) one.process.kill("SIGKILL");
      await aws.stop();
    }
  }).timeout(180_000);
});
