import { cp, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import { isBuilt } from "../../cli/sources.js";
import { shell } from "../support/shell.ts";
import { checkout, PulumiProject } from "./pulumiProject.ts";

const minutes = 60_000;

async function succeeds(command: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await shell(command, args, process.env, 5 * minutes);
  expect(exitCode, stderr + stdout).to.equal(0);
  return stdout;
}

/** Installs what `npm pack` packs, and beside it what npm would install with it: the same packages as here. */
async function installPackage(folder: string): Promise<void> {
  const inCheckout = (script: string) => succeeds("npm", ["--prefix", checkout, "run", "--silent", script]);
  if (!isBuilt()) await inCheckout("build");
  await inCheckout("build:types");
  // Without its scripts, which would build anew under the feet of other tests.
  const packed = await succeeds("npm", ["pack", checkout, "--json", "--ignore-scripts", "--pack-destination", folder]);
  const [{ filename } = { filename: "" }] = z.array(z.object({ filename: z.string() })).parse(JSON.parse(packed));
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "keylab"), { recursive: true });
  await succeeds("tar", ["-xzf", join(folder, filename), "-C", join(modules, "keylab"), "--strip-components=1"]);
  await rm(join(folder, filename));
  for (const name of await readdir(join(checkout, "node_modules"))) {
    if (name !== ".cache") await symlink(join(checkout, "node_modules", name), join(modules, name));
  }
}

describe("a program of one's own that imports keylab", function () {
  this.timeout(5 * minutes);
  const project = new PulumiProject(async (folder) => {
    await cp(join(checkout, "examples/own-program"), folder, { recursive: true });
    await installPackage(folder);
  });
  const compile = () =>
    shell(
      process.execPath,
      [join(checkout, "node_modules/typescript/bin/tsc"), "-p", join(project.folder, "tsconfig.json")],
      process.env,
      minutes,
    );

  it("is checked by the declarations of the package", async () => {
    expect(await compile()).to.deep.equal({ exitCode: 0, stdout: "", stderr: "" });
    const wrong = join(project.folder, "wrong.ts");
    const statements = [
      'import { EncryptionKey } from "keylab";',
      'new EncryptionKey("k", { alias: 1, administrators: [] });',
      'export const { nothing } = new EncryptionKey("k", { alias: "a", administrators: [] });',
    ];
    await writeFile(wrong, statements.join("\n"));
    await writeFile(
      join(project.folder, "tsconfig.json"),
      JSON.stringify({ extends: join(checkout, "examples/own-program/tsconfig.json"), include: ["wrong.ts"] }),
    );
    const { stdout } = await compile();
    expect(
      [...stdout.matchAll(/wrong\.ts\((\d+),\d+\): error (TS\d+)/g)].map(([, line, code]) => [line, code]),
    ).to.deep.equal([
      ["2", "TS2322"],
      ["3", "TS2339"],
    ]);
  });

  it("deploys the components to the embedded AWS, finds nothing to change afterwards, and destroys them", async () => {
    const script = [
      "pulumi stack init dev >/dev/null",
      "pulumi up --yes --skip-preview --non-interactive >&2",
      "pulumi up --yes --skip-preview --non-interactive --expect-no-changes >&2",
      "pulumi stack output --json",
    ].join("\n");
    const { exitCode, stdout, stderr } = await project.preparedShell(script);
    expect(exitCode, stderr).to.equal(0);
    expect(stderr).to.include("+ 12 created").and.to.include("12 unchanged");
    const outputs = z.record(z.string(), z.string()).parse(JSON.parse(stdout));
    expect(outputs).to.include({
      alias: "alias/orders",
      table: "orders",
      reader: "arn:aws:iam::000000000000:user/orders-reader",
    });

    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const kms = new KMSClient({ endpoint: project.url, region: "us-east-1", credentials });
    const { Policy = "" } = await kms.send(new GetKeyPolicyCommand({ KeyId: outputs.key }));
    kms.destroy();
    expect(Policy).to.include('"arn:aws:iam::000000000000:user/orders-reader"');

    const ended = await project.preparedShell("pulumi destroy --yes --skip-preview --non-interactive");
    expect(ended.stdout).to.include("- 12 deleted");
  });

  it("refuses a wrong argument with a sentence, before anything is created", async () => {
    const statements = [
      'import { EncryptionKey } from "keylab";',
      'export default () => void new EncryptionKey("k", { alias: "alias/aws/mine", administrators: ["arn:aws:iam::000000000000:root"] });',
    ];
    await writeFile(join(project.folder, "index.ts"), statements.join("\n"));
    const { exitCode, stdout } = await project.preparedShell(
      "pulumi stack init wrong >/dev/null; pulumi up --yes --skip-preview --non-interactive",
    );
    expect(exitCode).to.not.equal(0);
    expect(stdout).to.match(/error: EncryptionKey "k": alias/);
    expect(stdout).to.not.match(/\+ +aws:/);
  });

  it("finds the command `keylab` in the package as well", async () => {
    const command = join(project.folder, "node_modules/keylab/cli/keylab.js");
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await succeeds("cat", [join(checkout, "package.json")])));
    expect((await succeeds(process.execPath, [command, "--version"])).trim()).to.equal(version);
    expect(await succeeds(process.execPath, [command, "list"])).to.equal(
      await succeeds(process.execPath, [join(checkout, "cli/keylab.js"), "list"]),
    );
  });
});
