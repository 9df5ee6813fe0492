import { access, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { version as pinned } from "@pulumi/pulumi/version.js";
import { PulumiCommand } from "@pulumi/pulumi/automation/cmd.js";
import { expect } from "chai";
import { UserError } from "../../errors/userError.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import type { InstallerOptions } from "../../toolchain/officialInstaller.ts";
import { FakeMachine, offlineInstaller } from "./fakeMachine.ts";

describe("ensurePulumi", () => {
  let machine: FakeMachine;
  beforeEach(async () => void (machine = await FakeMachine.create()));
  afterEach(() => machine.remove());

  const ensure = (more: Record<string, string> = {}, installer = offlineInstaller as typeof onlineInstaller) =>
    ensurePulumi({ environment: { ...machine.environment, ...more }, report: machine.report, installer });

  const onlineInstaller = ({ root }: InstallerOptions) => machine.write(join(root, "bin", "pulumi"), `echo v${pinned}`);

  async function failure(work: Promise<unknown>): Promise<UserError> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`);
    return error;
  }

  const newer = "3.999.1";

  describe("takes a CLI that is already there, silently", () => {
    it("the one that KEYLAB_PULUMI names, before all others", async () => {
      const chosen = join(machine.folder, "chosen", "bin", "pulumi");
      await machine.write(chosen, `echo v${newer}`);
      await machine.write(machine.onPath("pulumi"), `echo v${pinned}`);
      await machine.write(machine.cached("pulumi"), `echo v${pinned}`);
      expect(await ensure({ KEYLAB_PULUMI: chosen })).to.deep.equal({
        path: chosen,
        root: join(machine.folder, "chosen"),
        version: newer,
        source: "KEYLAB_PULUMI",
      });
      expect(machine.reported).to.deep.equal([]);
    });

    it("the one on PATH, before the one in the cache", async () => {
      await machine.write(machine.onPath("pulumi"), `echo v${newer}`);
      await machine.write(machine.cached("pulumi"), `echo v${pinned}`);
      const { path, version, source } = await ensure({ KEYLAB_PULUMI: "" });
      expect({ path, version, source }).to.deep.equal({
        path: machine.onPath("pulumi"),
        version: newer,
        source: "PATH",
      });
      expect(machine.reported).to.deep.equal([]);
    });

    it("the one in the cache, even when the cache is on PATH", async () => {
      await machine.write(machine.cached("pulumi"), `echo ${pinned}`);
      const expected = {
        path: machine.cached("pulumi"),
        root: dirname(dirname(machine.cached("pulumi"))),
        version: pinned,
        source: "cache",
      };
      expect(await ensure()).to.deep.equal(expected);
      expect(await ensure({ PATH: dirname(machine.cached("pulumi")) })).to.deep.equal(expected);
      expect(machine.reported).to.deep.equal([]);
    });
  });

  describe("passes over a CLI on PATH that does not fit, and says why", () => {
    const cases = [
      { name: "another major version", script: "echo v4.0.0", why: "is Pulumi 4.0.0; Keylab needs major version 3" },
      { name: "an older version", script: "echo v3.245.9", why: `is Pulumi 3.245.9; Keylab needs ${pinned} or later` },
      {
        name: "a pre-release of the pinned version",
        script: `echo v${pinned}-alpha.1`,
        why: `is Pulumi ${pinned}-alpha.1; Keylab needs ${pinned} or later`,
      },
      { name: "no version", script: "echo hello", why: 'states no version when run as "pulumi version"' },
      { name: "a failure", script: "echo broken >&2; exit 3", why: "does not run (broken)" },
    ];
    for (const { name, script, why } of cases) {
      it(name, async () => {
        await machine.write(machine.onPath("pulumi"), script);
        await machine.write(machine.cached("pulumi"), `echo v${pinned}`);
        expect((await ensure()).source).to.equal("cache");
        expect(machine.reported).to.deep.equal([
          `The Pulumi CLI on PATH is not used: ${machine.onPath("pulumi")} ${why}.`,
        ]);
      });
    }
  });

  describe("refuses a KEYLAB_PULUMI that cannot be used, although others could", () => {
    const cases = [
      { name: "no such file", script: undefined, why: "is not an executable file" },
      { name: "an older version", script: "echo v3.100.0", why: `is Pulumi 3.100.0; Keylab needs ${pinned} or later` },
      { name: "a program that fails", script: "echo no >&2; exit 1", why: "does not run (no)" },
    ];
    for (const { name, script, why } of cases) {
      it(name, async () => {
        const chosen = join(machine.folder, "chosen");
        if (script !== undefined) await machine.write(chosen, script);
        await machine.write(machine.onPath("pulumi"), `echo v${pinned}`);
        const error = await failure(ensure({ KEYLAB_PULUMI: chosen }));
        expect(error.message).to.equal(`KEYLAB_PULUMI names a Pulumi CLI that cannot be used: ${chosen} ${why}.`);
        expect(error.nextStep).to.equal(
          `Set KEYLAB_PULUMI to the path of a Pulumi CLI ${pinned} or later, or unset it and let Keylab find one.`,
        );
      });
    }
  });

  it("gives the Automation API a root, however the chosen CLI is called", async () => {
    const chosen = join(machine.folder, "pulumi-next");
    await machine.write(chosen, `echo v${newer}`);
    for (const time of ["first", "second"]) {
      const { path, root } = await ensure({ KEYLAB_PULUMI: chosen });
      expect(path, time).to.equal(chosen);
      expect((await PulumiCommand.get({ root })).version?.version, time).to.equal(newer);
    }
  });

  it("installs with the official installer when there is none, and finds that one afterwards", async () => {
    expect((await ensure({}, onlineInstaller)).source).to.equal("installer");
    expect(machine.reported.slice(0, -1)).to.deep.equal([
      `No usable Pulumi CLI on PATH or in Keylab's cache: installing ${pinned} into ${join(machine.folder, "cache")}.`,
    ]);
    expect(machine.reported.at(-1)).to.match(/^Installing the Pulumi CLI: done in \d+ s\.$/);
    expect((await ensure()).source).to.equal("cache");
    expect(await readdir(join(machine.folder, "cache", "build"))).to.deep.equal([]);
  });

  it("replaces a CLI in the cache that does not run", async () => {
    await machine.write(machine.cached("pulumi"), "exit 1");
    expect((await ensure({}, onlineInstaller)).source).to.equal("installer");
    expect(machine.reported[0]).to.match(/^The Pulumi CLI in Keylab's cache is not used: .* does not run/);
    expect((await ensure()).source).to.equal("cache");
  });

  it("builds with Go when the installer fails, inside the cache alone, and removes Go's caches", async () => {
    await machine.installGo({ before: `mkdir -p "$GOCACHE" "$GOMODCACHE"` });
    expect(await ensure({ GOFLAGS: "-mod=mod", GOOS: "plan9" })).to.deep.equal({
      path: machine.cached("pulumi"),
      root: dirname(dirname(machine.cached("pulumi"))),
      version: pinned,
      source: "built from source",
    });
    expect(machine.reported.slice(1, -1)).to.deep.equal([
      "Installing the Pulumi CLI by the official installer failed: get.pulumi.com cannot be reached.",
      `Building pulumi ${pinned} with Go 1.26.8, once for this machine: takes two to six minutes on two cores.`,
    ]);
    expect(machine.reported.at(-1)).to.match(/^Building pulumi: done in \d+ s\.$/);
    const environment = await machine.read("environment");
    const build = join(machine.folder, "cache", "build");
    for (const variable of ["GOPATH", "GOMODCACHE", "GOCACHE", "GOTMPDIR"]) {
      expect(environment.find((line) => line.startsWith(`${variable}=`))).to.match(RegExp(`=${build}/`));
    }
    expect(environment).to.include("GOFLAGS=-modcacherw -buildvcs=false -trimpath");
    expect(environment.filter((line) => line.startsWith("GOOS="))).to.deep.equal([]);
    expect(await readdir(join(machine.folder, "cache"))).to.deep.equal(["pulumi"]);
  });

  it("does not take what the installer left when it does not run", async () => {
    await machine.installGo();
    const broken = ({ root }: InstallerOptions) => machine.write(join(root, "bin", "pulumi"), "exit 1");
    expect((await ensure({}, broken)).source).to.equal("built from source");
    expect(machine.reported[1]).to.match(/^Installing the Pulumi CLI by the official installer failed: .*does not run/);
  });

  describe("says what is missing when nothing works", () => {
    const cases = [
      { name: "no Go", go: undefined, why: /Go 1\.25\.\d+ or later is needed and no go is on PATH/ },
      {
        name: "an older Go",
        go: { version: "go1.25.0" },
        why: /Go 1\.25\.\d+ or later is needed and .*go is 1\.25\.0/,
      },
      { name: "a Go too old to fetch a newer one", go: { version: "go1.20", toolchain: "auto" }, why: /go is 1\.20/ },
      { name: "a build that fails", go: { before: "echo 'no network' >&2; exit 1" }, why: /no network/ },
      { name: "a program that does not run", go: { before: "version='1; exit 1'" }, why: /does not run/ },
    ];
    for (const { name, go, why } of cases) {
      it(name, async () => {
        if (go !== undefined) await machine.installGo(go);
        const error = await failure(ensure());
        expect(error.message).to.match(/^The Pulumi CLI could not be installed \(the official installer: get\.pulumi/);
        expect(error.message).to.match(why);
        expect(error.nextStep).to.match(/^Install Go 1\.25\.\d+ or later, or the Pulumi CLI/);
        expect(error.exitCode).to.equal(1);
        expect(machine.reported.at(-1)).to.match(why);
        expect(await exists(machine.cached("pulumi"))).to.equal(false);
      });
    }
  });

  it("lets an older Go fetch the version that it needs", async () => {
    await machine.installGo({ version: "go1.23.4", toolchain: "auto" });
    expect((await ensure()).source).to.equal("built from source");
    expect(machine.reported[2]).to.match(/with Go 1\.23\.4 \(which fetches 1\.25\.\d+\)/);
  });

  it("names the cache folder when it cannot be written", async () => {
    const file = join(machine.folder, "cache");
    await mkdir(machine.folder, { recursive: true });
    await writeFile(file, "");
    const error = await failure(ensure());
    expect(error.message).to.match(RegExp(`^Keylab's cache folder ${file} cannot be written \\(EEXIST`));
    expect(error.nextStep).to.equal("Make it writable, or set KEYLAB_CACHE to a folder that is.");
  });
});

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
