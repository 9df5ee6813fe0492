import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { zipOf } from "../emulator/services/lambda/functions.ts";
import { createUser, startTestEmulator, type Credentials, type Emulator } from "../support/emulator.ts";
import { hasCommand, shell, type Ended } from "../support/shell.ts";
import { inventory } from "../sweep/inventory.ts";

/** A command of Terraform's may take that long. */
const milliseconds = 300_000;

/**
 * Terraform with its provider `hashicorp/aws` 5.x, which `terraform init` must find: in the registry, in a mirror that Terraform's
 * own configuration names, or in the folder that `KEYLAB_TERRAFORM_PLUGINS` names.
 */
describe("Terraform", function () {
  this.timeout(900_000);
  let folder = "";
  let emulator: Emulator;
  let administrator: Credentials;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-terraform-"));
    emulator = await startTestEmulator();
    administrator = (await createUser(emulator, "administrator", [{ Effect: "Allow", Action: "*", Resource: "*" }]))
      .credentials;
  });
  afterEach(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const terraform = (command: string, ...args: readonly string[]): Promise<Ended> => {
    const environment = {
      PATH: process.env.PATH,
      HOME: folder,
      TF_CLI_CONFIG_FILE: process.env.TF_CLI_CONFIG_FILE,
      TF_IN_AUTOMATION: "1",
      TF_CLI_ARGS: "-no-color",
      CHECKPOINT_DISABLE: "1",
      AWS_ENDPOINT_URL: emulator.url,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: "true",
    };
    return shell("terraform", [`-chdir=${folder}`, command, ...args], environment, milliseconds);
  };

  /** Nothing where Terraform or its provider is not there. */
  async function opened(configuration: string, skip: () => void): Promise<void> {
    const plugins = process.env.KEYLAB_TERRAFORM_PLUGINS;
    await cp(join(import.meta.dirname, "terraform", configuration), folder, { recursive: true });
    const handler = "exports.handler = async (event) => ({ got: event });";
    await writeFile(join(folder, "function.zip"), zipOf({ "index.js": handler }));
    const isThere = await hasCommand("terraform");
    const from = plugins ? [`-plugin-dir=${plugins}`] : [];
    if (isThere && (await terraform("init", "-input=false", ...from)).exitCode === 0) return;
    process.stderr.write("Terraform, or its AWS provider, is not on this machine: its tests are skipped.\n");
    skip();
  }

  async function carryOut(command: "apply" | "destroy", ends: string, ...args: readonly string[]): Promise<void> {
    const { stdout, stderr } = await terraform(command, "-auto-approve", "-input=false", ...args);
    expect(stdout, stderr).to.contain(ends);
  }

  async function planNothing(...args: readonly string[]): Promise<void> {
    const planned = await terraform("plan", "-input=false", "-detailed-exitcode", ...args);
    expect(planned.stdout, planned.stderr).to.contain("No changes.");
    expect(planned.exitCode).to.equal(0);
  }

  it("applies keys, tables, secrets, identities, buckets, a trail, alarms, a volume and a function, changes nothing then, and destroys them", async function () {
    await opened("first", () => this.skip());
    await carryOut("apply", "Apply complete! Resources: 27 added, 0 changed, 0 destroyed.");
    await planNothing();
    await carryOut("destroy", "Destroy complete! Resources: 27 destroyed.");
  });

  // Those that Terraform reads wholly: of others it asks what only its own state tells, such as whether to empty a bucket.
  const imported = [
    ["aws_kms_alias.data", "alias/data"],
    ["aws_iam_group.red", "red"],
    ["aws_iam_role_policy.reader", "reader:read"],
    ["aws_s3_bucket_versioning.files", "files-of-the-test"],
    ["aws_cloudwatch_metric_alarm.denied", "denied"],
    ["aws_cloudwatch_event_rule.hourly", "hourly"],
    ["aws_ebs_encryption_by_default.on", "us-east-1"],
  ] as const;

  it("changes 60 resources of all services in place, takes in what it has forgotten, and leaves nothing of its own", async function () {
    await opened("wide", () => this.skip());
    const before = await inventory(emulator.url);
    const second = ["-var", "edition=second"];
    await carryOut("apply", "Apply complete! Resources: 61 added, 0 changed, 0 destroyed.");
    await planNothing();
    await carryOut("apply", "Apply complete! Resources: 6 added, 40 changed, 6 destroyed.", ...second);
    await planNothing(...second);
    for (const [address, id] of imported) {
      const forgotten = await terraform("state", "rm", address);
      expect(forgotten.exitCode, forgotten.stderr).to.equal(0);
      const found = await terraform("import", "-input=false", ...second, address, id);
      expect(found.stdout, found.stderr).to.contain("Import successful!");
    }
    await planNothing(...second);
    await carryOut("destroy", "Destroy complete! Resources: 61 destroyed.", ...second);
    // As on AWS, what a function has written stays, and Terraform does not know of it.
    expect([...(await inventory(emulator.url))].filter((item) => !before.has(item))).to.deep.equal([
      "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/hello:*",
    ]);
  });
});
