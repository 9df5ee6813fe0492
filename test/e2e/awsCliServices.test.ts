import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeRole, zipOf } from "../emulator/services/lambda/functions.ts";
import { awsCli, hasAwsCli } from "../support/awsCli.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";

describe("the AWS CLI, beyond databases and buckets", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let folder = "";

  before(async function () {
    if (!(await hasAwsCli())) return this.skip();
    emulator = await startTestEmulator();
    folder = await mkdtemp(join(tmpdir(), "keylab-aws-cli-"));
  });
  after(async () => {
    if (folder === "") return;
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  it("makes a function, invokes it, and finds both among the events that may be looked up", async () => {
    const role = await makeRole(clientsFor(emulator));
    const archive = join(folder, "function.zip");
    await writeFile(archive, zipOf({ "index.js": "exports.handler = async ({ name }) => `hello ${name}`;" }));
    const aws = awsCli(emulator, rootOf());
    const code = ["--runtime", "nodejs20.x", "--handler", "index.handler", "--zip-file", `fileb://${archive}`];
    const made = await aws("lambda", "create-function", "--function-name", "hello", "--role", role, ...code);
    expect(made.stderr).to.equal("");
    const answer = join(folder, "answer.json");
    const payload = join(folder, "payload.json");
    // From a file: in place, version 1 takes it as it is, and version 2 in Base64.
    await writeFile(payload, '{"name":"you"}');
    const invoked = await aws(
      "lambda",
      "invoke",
      "--function-name",
      "hello",
      "--payload",
      `fileb://${payload}`,
      answer,
    );
    expect([invoked.stdout.trim(), invoked.stderr]).to.deep.equal(["$LATEST\t200", ""]);
    expect(await readFile(answer, "utf8")).to.equal('"hello you"');
    const lookup = ["--lookup-attributes", "AttributeKey=EventSource,AttributeValue=lambda.amazonaws.com"];
    const found = await aws("cloudtrail", "lookup-events", ...lookup, "--query", "Events[].EventName");
    // Invoking is a data event, which is no part of the history. AWS adds a date to the name.
    expect(found.stdout.trim()).to.match(/^CreateFunction\w*$/);
  });

  it("is refused by name where a user may not call a function", async () => {
    const { credentials } = await createUser(emulator, "Ada");
    const aws = awsCli(emulator, credentials);
    const refused = await aws("lambda", "invoke", "--function-name", "hello", join(folder, "none.json"));
    expect(refused.stderr).to.contain("An error occurred (AccessDeniedException) when calling the Invoke operation");
    expect(refused.stderr).to.contain("lambda:InvokeFunction");
  });

  it("walks a volume, a snapshot, an alarm and a log group", async () => {
    const aws = awsCli(emulator, rootOf());
    const volume = ["--availability-zone", "us-east-1a", "--size", "1", "--encrypted", "--query", "Encrypted"];
    expect((await aws("ec2", "create-volume", ...volume)).stdout.trim()).to.equal("True");
    await aws("logs", "create-log-group", "--log-group-name", "/keys");
    expect((await aws("logs", "describe-log-groups", "--query", "logGroups[].logGroupName")).stdout.trim()).to.contain(
      "/keys",
    );
    const metric = ["--namespace", "mine", "--metric-name", "count", "--value", "1"];
    expect((await aws("cloudwatch", "put-metric-data", ...metric)).exitCode).to.equal(0);
    const alarm = ["--threshold", "1", "--comparison-operator", "GreaterThanThreshold", "--statistic", "Sum"];
    const watched = ["--namespace", "mine", "--metric-name", "count", "--period", "60", "--evaluation-periods", "1"];
    expect(
      (await aws("cloudwatch", "put-metric-alarm", "--alarm-name", "many", ...watched, ...alarm)).exitCode,
    ).to.equal(0);
    const states = await aws("cloudwatch", "describe-alarms", "--query", "MetricAlarms[].AlarmName");
    expect(states.stdout.trim()).to.equal("many");
  });
});
