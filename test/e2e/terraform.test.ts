import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { zipOf } from "../emulator/services/lambda/functions.ts";
import { createUser, startTestEmulator, type Credentials, type Emulator } from "../support/emulator.ts";
import { hasCommand, shell, type Ended } from "../support/shell.ts";

/**
 * Terraform with its provider `hashicorp/aws` 5.x, which `terraform init` must find: in the registry, in a mirror that Terraform's
 * own configuration names, or in the folder that `KEYLAB_TERRAFORM_PLUGINS` names.
 */
describe("Terraform", function () {
  this.timeout(300_000);
  let folder = "";
  let emulator: Emulator;
  let administrator: Credentials;

  before(async function () {
    const plugins = process.env.KEYLAB_TERRAFORM_PLUGINS;
    folder = await mkdtemp(join(tmpdir(), "keylab-terraform-"));
    await copyFile(join(import.meta.dirname, "terraform", "main.tf"), join(folder, "main.tf"));
    await writeFile(join(folder, "function.zip"), zipOf({ "index.js": 'exports.handler = async () => "ok";' }));
    emulator = await startTestEmulator();
    administrator = (await createUser(emulator, "administrator", [{ Effect: "Allow", Action: "*", Resource: "*" }]))
      .credentials;
    const isThere = await hasCommand("terraform");
    const init = isThere
      ? await terraform("init", "-input=false", ...(plugins ? [`-plugin-dir=${plugins}`] : []))
      : undefined;
    if (init?.exitCode === 0) return;
    process.stderr.write("Terraform, or its AWS provider, is not on this machine: its tests are skipped.\n");
    this.skip();
  });
  after(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const terraform = (command: string, ...args: readonly string[]): Promise<Ended> =>
    shell("terraform", [`-chdir=${folder}`, command, "-no-color", ...args], {
      PATH: process.env.PATH,
      HOME: folder,
      TF_CLI_CONFIG_FILE: process.env.TF_CLI_CONFIG_FILE,
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      AWS_ENDPOINT_URL: emulator.url,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: "true",
    });

  it("applies keys, tables, secrets, identities, buckets, a trail, alarms, a volume and a function, changes nothing then, and destroys them", async () => {
    const applied = await terraform("apply", "-auto-approve", "-input=false");
    expect(applied.stdout).to.contain("Apply complete! Resources: 27 added, 0 changed, 0 destroyed.");
    const planned = await terraform("plan", "-input=false", "-detailed-exitcode");
    expect(planned.stdout).to.contain("No changes.");
    expect(planned.exitCode).to.equal(0);
    const destroyed = await terraform("destroy", "-auto-approve", "-input=false");
    expect(destroyed.stdout).to.contain("Destroy complete! Resources: 27 destroyed.");
  });
});
