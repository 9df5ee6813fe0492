import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { testPulumi } from "../support/pulumi.ts";
import { checkout, PulumiProject } from "./pulumiProject.ts";

describe("pulumi up from a plain shell", function () {
  this.timeout(120_000);
  const project = new PulumiProject(async (folder) => {
    // The project as it is, but for the file that Pulumi writes to.
    for (const name of ["infra", "node_modules", "package.json", "Pulumi.yaml"])
      await symlink(join(checkout, name), join(folder, name));
  });

  beforeEach(() => cp(join(checkout, "Pulumi.dev.yaml"), join(project.folder, "Pulumi.dev.yaml")));

  it("refuses before anything is created where the shell is set up for real AWS", async () => {
    const real = [
      "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=x AWS_REGION=us-east-1",
      `export PULUMI_BACKEND_URL="file://${project.folder}" PULUMI_CONFIG_PASSPHRASE=x PULUMI_SKIP_UPDATE_CHECK=true TS_NODE_CACHE=false`,
      `export PULUMI_HOME="${project.folder}/pulumi-home" PATH="$PATH:${join((await testPulumi()).root, "bin")}"`,
    ].join("\n");
    const { exitCode, stdout } = await project.plainShell(
      "pulumi stack init dev >/dev/null && pulumi up --yes --non-interactive",
      real,
    );
    expect(exitCode).to.not.equal(0);
    expect(stdout).to.include(
      'error: keylab:target is "local", but this shell does not talk to the embedded AWS: PULUMI_DEBUG_PROVIDERS attaches no provider aws, and PULUMI_HOME has no plugin aws. Run "npx keylab aws start" in a terminal of its own, then eval "$(npx keylab aws env)" here.',
    );
    expect(stdout).to.not.match(/\+ +aws:/);
  });

  it("deploys the environment, changes nothing when nothing has changed, and destroys it", async () => {
    const script = [
      "pulumi stack init dev",
      "pulumi preview --non-interactive",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi up --yes --skip-preview --non-interactive --expect-no-changes",
      "pulumi stack output --json",
      "pulumi destroy --yes --skip-preview --non-interactive",
      "pulumi stack rm dev --yes",
    ].join("\n");
    const { exitCode, stdout, stderr } = await project.preparedShell(script);
    expect(exitCode, stderr + stdout).to.equal(0);
    expect(stdout).to.include("+ 16 to create");
    expect(stdout).to.include("+ 16 created");
    expect(stdout).to.include("16 unchanged");
    expect(stdout).to.include('"secretAccessKey": "[secret]"');
    expect(stdout).to.include("- 16 deleted");
    expect(stdout).to.include("Stack 'dev' has been removed!");
  });

  it("shows in the preview what a new key user changes: the key's policy alone, in place", async () => {
    const script = [
      "pulumi stack init dev",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi config set --path 'keylab:users[0].keyUser' true",
      "pulumi preview --non-interactive --json",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi destroy --yes --skip-preview --non-interactive",
      "pulumi stack rm dev --yes",
    ].join("\n");
    const { exitCode, stdout, stderr } = await project.preparedShell(script);
    expect(exitCode, stderr + stdout).to.equal(0);
    expect(stdout).to.match(/"changeSummary": \{\s+"same": 15,\s+"update": 1\s+\}/);
    expect(stdout).to.include("~ 1 updated");
  });

  it("deploys a preset by its name, and tells what an update would take away and all that guardrails refuse", async () => {
    const script = [
      "pulumi stack init hub",
      "pulumi config set keylab:preset team-task-hub",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi stack output credentials --show-secrets",
    ].join("\n");
    const made = await project.preparedShell(script);
    expect(made.exitCode, made.stderr + made.stdout).to.equal(0);
    expect(made.stdout).to.include("+ 21 created");
    expect(made.stdout).to.match(
      /\[QuocBao\]\naws_access_key_id = AKIA\w+\naws_secret_access_key = \S+\n\n\[Colleague\]\n/,
    );
    const changes = [
      "pulumi config set --path keylab:key.multiRegion true",
      "pulumi preview --non-interactive",
      "pulumi config set keylab:guardrails mandatory",
      `pulumi config set-all --path ${[
        "keylab:users[0].statements[0].Effect=Allow",
        "keylab:users[0].statements[0].Action=kms:*",
        "keylab:users[0].statements[0].Resource=*",
      ]
        .map((setting) => `--plaintext '${setting}'`)
        .join(" ")}`,
      "pulumi preview --non-interactive && exit 1",
      "pulumi destroy --yes --skip-preview --non-interactive",
      "pulumi stack rm hub --yes",
    ].join("\n");
    const { exitCode, stdout, stderr } = await project.preparedShell(changes);
    expect(exitCode, stderr + stdout).to.equal(0);
    expect(stdout).to.match(
      /warning: The key arn:aws:kms:\S+ is replaced by a new one: keylab:key\.multiRegion becomes true/,
    );
    expect(stdout).to.include('error: Key "workshop" does not rotate (guardrail customer-keys-rotate).');
    expect(stdout).to.include(
      'error: UserPolicy "workshop-QuocBao-inline" allows kms:* on every key (guardrail no-wildcard-kms).',
    );
    expect(stdout).to.include("- 21 deleted");
  });
});
