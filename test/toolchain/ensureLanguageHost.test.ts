import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { UserError } from "../../errors/userError.ts";
import { ensureLanguageHost } from "../../toolchain/ensureLanguageHost.ts";
import { readGoModule } from "../../toolchain/goModule.ts";
import { FakeMachine } from "./fakeMachine.ts";

const host = "pulumi-language-nodejs";

describe("ensureLanguageHost", () => {
  let machine: FakeMachine;
  beforeEach(async () => void (machine = await FakeMachine.create()));
  afterEach(() => machine.remove());

  const ensure = (cli = machine.cached("pulumi")) =>
    ensureLanguageHost(
      { environment: machine.environment, report: machine.report },
      { path: cli, version: "3.300.0", source: "KEYLAB_PULUMI" },
    );
  const elsewhere = async () => {
    const cli = join(machine.folder, "official", "pulumi");
    await machine.write(cli, "");
    return cli;
  };

  it("takes the one beside the CLI, also when the CLI is a link to where both are", async () => {
    const cli = await elsewhere();
    const path = join(machine.folder, "official", host);
    await machine.installHost(path, "v3.300.0");
    await machine.installHost(machine.onPath(host), "3.68.0");
    const link = join(machine.folder, "pulumi");
    await symlink(cli, link);
    for (const start of [cli, link]) {
      expect(await ensure(start)).to.deep.equal({ path, version: "3.300.0", source: "beside the Pulumi CLI" });
    }
    expect(machine.reported).to.deep.equal([]);
  });

  it("takes the one on PATH before the one in the cache, and passes over one that does not run", async () => {
    const cli = await elsewhere();
    await machine.installHost(machine.onPath(host), "3.70.0");
    await machine.installHost(machine.cached(host), "3.68.0");
    expect((await ensure(cli)).source).to.equal("PATH");
    await machine.write(machine.onPath(host), "exit 1");
    expect((await ensure(cli)).source).to.equal("cache");
    expect(machine.reported).to.deep.equal([
      `The Node.js language host (PATH) is not used: ${machine.onPath(host)} does not run (it ended without serving).`,
    ]);
  });

  it("passes over a host of another major version", async () => {
    await machine.write(machine.cached("pulumi"), "");
    await machine.installHost(machine.cached(host), "4.0.0");
    await machine.installHost(machine.onPath(host), "3.70.0");
    expect((await ensure()).source).to.equal("PATH");
    expect(machine.reported[0]).to.match(/is 4\.0\.0; Keylab needs major version 3\.$/);
  });

  it("builds the pinned version into the cache, beside the CLI, once", async () => {
    await machine.write(machine.cached("pulumi"), "");
    await machine.installGo();
    const { version } = await readGoModule(host);
    const path = machine.cached(host);
    expect(await ensure()).to.deep.equal({ path, version, source: "built from source" });
    expect(await ensure()).to.deep.equal({ path, version, source: "beside the Pulumi CLI" });
    expect(await machine.read("builds")).to.deep.equal([(await readGoModule(host)).program]);
  });

  it("is the user's to mend when there is no Go", async () => {
    const error: unknown = await ensure(await elsewhere()).catch((reason: unknown) => reason);
    if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`);
    expect(error.message).to.match(/^The Node\.js language host could not be built \(Go 1\.25\.\d+ or later is needed/);
    expect(error.nextStep).to.match(/^Install Go 1\.25/);
  });
});
