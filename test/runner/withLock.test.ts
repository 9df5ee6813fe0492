import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { withLock, withLocks } from "../../runner/withLock.ts";

describe("withLock", function () {
  this.timeout(30_000);
  let folder: string;
  let lockfilePath: string;
  let other: ChildProcess | undefined;
  const who = `another keylab: ${userInfo().username}@${hostname()}, process`;
  const since = "since 20\\d\\d-\\d\\d-\\d\\dT\\S+Z \\(less than a minute\\)";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-lock-"));
    lockfilePath = join(folder, "test.lock");
  });
  afterEach(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });

  /** Another process that holds the lock. Answers its id. */
  async function hold(): Promise<number> {
    const program = join(import.meta.dirname, "holdALock.ts");
    other = spawn(process.execPath, ["--import=tsx/esm", program, folder], { stdio: ["ignore", "pipe", "inherit"] });
    if (other.stdout) await once(other.stdout, "data");
    return other.pid ?? 0;
  }

  async function kill(): Promise<void> {
    if (other?.exitCode !== null || other.signalCode !== null) return;
    const ended = once(other, "exit");
    other.kill("SIGKILL");
    await ended;
  }

  const work = () => withLock({ folder, lockfilePath }, async () => "done");
  const refusal = async () => {
    const worked = await work();
    return "heldBy" in worked ? worked.heldBy : "nobody";
  };

  it("does the work, says meanwhile to its user alone who does it, and leaves nothing", async () => {
    const record = `${lockfilePath}.json`;
    const worked = await withLock({ folder, lockfilePath }, async () => {
      expect((await stat(record)).mode & 0o777).to.equal(0o600);
      const written: unknown = JSON.parse(await readFile(record, "utf8"));
      expect(written).to.include({ pid: process.pid, username: userInfo().username, hostname: hostname() });
      return "done";
    });
    expect(worked).to.deep.equal({ result: "done" });
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("takes several, tells those that another process has, and works with the others, which nobody else gets meanwhile", async () => {
    const pid = await hold();
    const others = ["first", "last"].map((name) => join(folder, name));
    for (const other of others) await mkdir(other);
    const [first = "", last = ""] = others;
    const lockOf = (path: string) => ({ folder: path, lockfilePath: join(path, "test.lock") });
    const locks = new Map([first, folder, last].map((path) => [path, lockOf(path)]));
    const refused: string[] = [];
    const worked = await withLocks(
      locks,
      async (held) => {
        const again = await Promise.all(held.map((path) => withLock(lockOf(path), async () => "done")));
        return { held, taken: again.filter((one) => "heldBy" in one).length };
      },
      (path, heldBy) => refused.push(`${path}: ${heldBy}`),
    );
    expect(worked).to.deep.equal({ held: others, taken: 2 });
    expect(refused.join()).to.match(new RegExp(`^${folder}: ${who} ${pid}, which still runs, ${since}$`));
    expect(await Promise.all(others.map((path) => readdir(path)))).to.deep.equal([[], []]);
  });

  it("leaves nothing where the work fails", async () => {
    const failing = withLock({ folder, lockfilePath }, () => Promise.reject(new Error("no")));
    const message = await failing.catch((error: unknown) => error instanceof Error && error.message);
    expect([message, await readdir(folder)]).to.deep.equal(["no", []]);
  });

  it("tells which other process works on the same, and since when, and touches nothing of it", async () => {
    const pid = await hold();
    expect(await refusal()).to.match(new RegExp(`^${who} ${pid}, which still runs, ${since}$`));
    expect(await readdir(folder)).to.have.members(["test.lock", "test.lock.json"]);
  });

  it("tells of one that was killed that it has ended, and works once its lock is stale", async () => {
    const pid = await hold();
    await kill();
    expect(await refusal()).to.match(new RegExp(`^${who} ${pid}, which has ended, ${since}$`));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lockfilePath, longAgo, longAgo);
    expect(await work()).to.deep.equal({ result: "done" });
    expect(await readdir(folder)).to.deep.equal([]);
  });

  for (const text of ["", "{", '{"pid":"x"}']) {
    it(`tells of nobody in particular where the record is ${JSON.stringify(text)}`, async () => {
      await hold();
      await writeFile(`${lockfilePath}.json`, text);
      expect(await refusal()).to.equal("another keylab");
    });
  }
});
