import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { checkout, PulumiProject } from "./pulumiProject.ts";

/** A program as the documentation of awsx has it, that knows nothing of Keylab: a trail under a key, with a log group. */
const program = `
const aws = require("@pulumi/aws");
const awsx = require("@pulumi/awsx");
const pulumi = require("@pulumi/pulumi");
const policy = aws.getCallerIdentityOutput({}).accountId.apply((id) => JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::" + id + ":root" }, Action: "kms:*", Resource: "*" },
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["kms:DescribeKey", "kms:GenerateDataKey*"],
      Resource: "*",
    },
  ],
}));
const key = new aws.kms.Key("key", { policy });
const audit = new awsx.cloudtrail.Trail("audit", {
  kmsKeyId: key.arn,
  enableLogFileValidation: new pulumi.Config("awsxtrail").getBoolean("validates"),
  cloudWatchLogsGroup: { enable: true, args: { retentionInDays: 7 } },
});
exports.bucket = audit.bucket.apply((bucket) => bucket.arn);
exports.trail = audit.trail.arn;
exports.retention = audit.logGroup.retentionInDays;
`;

describe("a program of awsx that knows nothing of Keylab", function () {
  this.timeout(120_000);
  const project = new PulumiProject(async (folder) => {
    await symlink(join(checkout, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{"dependencies":{"@pulumi/aws":"*","@pulumi/awsx":"*"}}\n');
    await writeFile(join(folder, "Pulumi.yaml"), "name: awsxtrail\nmain: index.js\nruntime: nodejs\n");
    await writeFile(join(folder, "index.js"), program);
  });

  it("is previewed, deployed, changed, refreshed and destroyed", async () => {
    const script = [
      "pulumi stack init dev",
      "pulumi preview --non-interactive",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi up --yes --skip-preview --non-interactive --expect-no-changes",
      "pulumi stack output --json",
      "pulumi config set validates true",
      "pulumi preview --non-interactive",
      "pulumi up --yes --skip-preview --non-interactive",
      "pulumi refresh --yes --skip-preview --non-interactive --expect-no-changes",
      "pulumi destroy --yes --skip-preview --non-interactive",
      "pulumi stack rm dev --yes",
    ].join("\n");
    const { exitCode, stdout, stderr } = await project.preparedShell(script);
    expect(exitCode, stderr + stdout).to.equal(0);
    expect(stdout).to.include("+ 9 to create");
    expect(stdout).to.include("+ 9 created");
    expect(stdout).to.include("9 unchanged");
    expect(stdout).to.match(/"bucket": "arn:aws:s3:::audit-[0-9a-f]{7}"/);
    expect(stdout).to.match(/"trail": "arn:aws:cloudtrail:us-east-1:000000000000:trail\/audit-[0-9a-f]{7}"/);
    expect(stdout).to.include('"retention": 7');
    expect(stdout).to.match(/~ 1 to update\s+8 unchanged/);
    expect(stdout).to.include("~ 1 updated");
    expect(stdout).to.include("- 9 deleted");
  });
});
