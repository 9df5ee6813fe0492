import { access, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { AWSX_VERSION } from "../../provider/awsx/version.ts";
import { VERSION } from "../../provider/version.ts";
import { testPulumi } from "../support/pulumi.ts";
import { checkout, PulumiProject } from "./pulumiProject.ts";

const program = `
const aws = require("@pulumi/aws");
const awsx = require("@pulumi/awsx");
const key = new aws.kms.Key("key", {});
new aws.kms.Alias("alias", { name: "alias/plugged", targetKeyId: key.id });
new awsx.cloudtrail.Trail("audit", {});
exports.attached = process.env.PULUMI_DEBUG_PROVIDERS ?? "nothing";
`;

describe("the embedded providers as installed plugins", function () {
  this.timeout(120_000);
  const keylab = `'${process.execPath}' '${join(checkout, "cli/keylab.js")}'`;
  const project = new PulumiProject(async (folder) => {
    await symlink(join(checkout, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"dependencies":{"@pulumi/aws":"*","@pulumi/awsx":"*"}}\n');
    await writeFile(join(folder, "Pulumi.yaml"), "name: plugged\nmain: index.js\nruntime: nodejs\n");
    await writeFile(join(folder, "index.js"), program);
  });
  let ownCache = "";
  const home = () => join(project.folder, "cache/plugin-home");
  const inShell = (...lines: string[]) => project.plainShell(lines.join("\n"), ownCache);
  const evalEnv = () => `eval "$(${keylab} aws env --plugins --port ${new URL(project.url).port})"`;

  before(async () => {
    // A cache of its own, so that nothing is installed for whoever runs the tests; the Pulumi CLI is there already.
    ownCache = `export KEYLAB_CACHE='${project.folder}/cache' KEYLAB_PULUMI='${(await testPulumi()).path}'`;
  });

  it("are not promised before they are installed", async () => {
    const { port } = new URL(project.url);
    const { exitCode, stdout, stderr } = await inShell(`${keylab} aws env --plugins --port ${port}`);
    expect({ exitCode, stdout, stderr }).to.deep.equal({
      exitCode: 1,
      stdout: "",
      stderr: `The plugin aws ${VERSION} is not installed.\nInstall it: npx keylab aws install-plugins\n`,
    });
  });

  it("are installed in a PULUMI_HOME for nothing else", async () => {
    const { exitCode, stdout, stderr } = await inShell(
      `export PULUMI_HOME='${project.folder}/mine'`,
      `${keylab} aws install-plugins`,
    );
    expect({ exitCode, stdout, stderr }).to.deep.equal({
      exitCode: 0,
      stdout: [
        `Installed aws ${VERSION} in ${home()}/plugins/resource-aws-v${VERSION}.`,
        `Installed awsx ${AWSX_VERSION} in ${home()}/plugins/resource-awsx-v${AWSX_VERSION}.`,
        "",
        'In a shell: eval "$(npx keylab aws env --plugins)"',
        `Pulumi sees them with PULUMI_HOME=${home()}, and nowhere else.`,
        "",
      ].join("\n"),
      stderr: "",
    });
    const elsewhere = ["mine", "cache/pulumi-home", ".pulumi"].map((name) => join(project.folder, name, "plugins"));
    for (const folder of elsewhere) expect(await exists(folder), folder).to.equal(false);
  });

  it("are found by Pulumi without PULUMI_DEBUG_PROVIDERS, which the shell may even have had", async () => {
    const { exitCode, stdout, stderr } = await inShell(
      "export PULUMI_DEBUG_PROVIDERS=aws:1,awsx:1",
      evalEnv(),
      "pulumi stack init dev",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi refresh --yes --skip-preview --non-interactive --expect-no-changes",
      "pulumi stack output attached",
      "pulumi destroy --yes --skip-preview --non-interactive",
    );
    expect(exitCode, stderr + stdout).to.equal(0);
    expect(stdout).to.include("+ 7 created").and.to.include("7 unchanged").and.to.include("- 7 deleted");
    expect(stdout).to.match(/^nothing$/m);
  });

  it("refuse to stand in for the official ones where the shell is not set up for the embedded AWS", async () => {
    const { exitCode, stdout } = await inShell(
      evalEnv(),
      "unset AWS_ENDPOINT_URL",
      "pulumi up --yes --skip-preview --non-interactive",
    );
    expect(exitCode).to.not.equal(0);
    expect(stdout).to.include("nowhere else, and AWS_ENDPOINT_URL is not set.");
    expect(stdout).to.not.match(/\+ +aws:kms/);
  });

  it("are said to be those of another Keylab, where they are", async () => {
    await writeFile(join(home(), `plugins/resource-awsx-v${AWSX_VERSION}/pulumi-resource-awsx`), "#!/bin/sh\n");
    const { exitCode, stderr } = await inShell(`${keylab} aws env --plugins --port ${new URL(project.url).port}`);
    expect({ exitCode, stderr }).to.deep.equal({
      exitCode: 1,
      stderr: `The plugin awsx ${AWSX_VERSION} was installed by another Keylab or Node.js.\nInstall it: npx keylab aws install-plugins\n`,
    });
  });

  it("are uninstalled with their PULUMI_HOME, once and again", async () => {
    for (const round of ["the first", "the second"]) {
      const { exitCode, stdout } = await inShell(`${keylab} aws uninstall-plugins`);
      expect({ exitCode, stdout }, round).to.deep.equal({ exitCode: 0, stdout: `Removed ${home()}.\n` });
      expect(await exists(home())).to.equal(false);
    }
  });
});

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
