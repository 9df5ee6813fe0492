import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedUserPoliciesCommand,
} from "@aws-sdk/client-iam";
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect } from "chai";
import * as z from "zod";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import type { AwsState } from "../../../cli/aws/awsState.ts";
import { FakeMachine } from "../../toolchain/fakeMachine.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { keylab, Keylab } from "../keylab.ts";

const execute = promisify(execFile);
const host = "pulumi-language-nodejs";
const UserName = "keylab-administrator";
const stored = z.object({ items: z.array(z.object({ bytes: z.string() })).length(1) });

describe("keylab aws", () => {
  let machine: FakeMachine;
  let folder = "";
  let server: Keylab;
  let port = 0;
  let state: AwsState;

  // One server for all tests: they leave it as they found it.
  before(async () => {
    machine = await FakeMachine.create();
    folder = join(machine.folder, "it's a folder");
    await mkdir(folder);
    await machine.write(machine.cached("pulumi"), "echo v3.246.0");
    await machine.installHost(machine.cached(host), "3.68.0");
    server = new Keylab(["aws", "start", "--port", "0", "--root-secret", "hush-hush"], { folder });
    const [, digits] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
    port = Number(digits);
    state = await readState();
  });

  after(async () => {
    server.process.kill("SIGTERM");
    await server.ended();
    await machine.remove();
  });

  const readState = async () => {
    const found = await new AwsStates(join(folder, ".keylab")).read(port);
    if (found === undefined) throw new Error(`no state was written for port ${port}`);
    return found;
  };
  const client = { region: "us-east-1", maxAttempts: 1 };
  const rootOf = ({ url, rootSecret }: AwsState) =>
    new IAMClient({ ...client, endpoint: url, credentials: { accessKeyId: "test", secretAccessKey: rootSecret } });
  const env = (on = port, environment: Record<string, string> = {}) =>
    keylabHere(
      ["aws", "env", "--port", String(on)],
      new FakeContext({ workingFolder: folder, environment: { ...machine.environment, ...environment } }),
    );

  /** The environment of a shell that has evaluated what was printed. */
  async function shellAfter(exports: string): Promise<Record<string, string | undefined>> {
    const { stdout } = await execute("/bin/sh", ["-c", 'eval "$EXPORTS"; env -0'], {
      env: { PATH: "/usr/bin:/bin", AWS_PROFILE: "mine", AWS_SESSION_TOKEN: "old", EXPORTS: exports },
    });
    return Object.fromEntries(
      [...stdout.matchAll(/([^=\0]+)=([^\0]*)\0/g)].map(([, name = "", value]) => [name, value]),
    );
  }

  async function callerOf(shell: Record<string, string | undefined>): Promise<string | undefined> {
    const { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: accessKeyId = "" } = shell;
    const credentials = { accessKeyId, secretAccessKey: shell.AWS_SECRET_ACCESS_KEY ?? "" };
    const sts = new STSClient({ ...client, endpoint, credentials });
    return (await sts.send(new GetCallerIdentityCommand())).Arn;
  }

  it("start says where it is, what it enforces and what not, and how to use it, but no secret", () => {
    const { stdout, stderr } = server;
    for (const part of ["us-east-1", "Enforced:", "Not there yet:", "Not enforced:", `aws env --port ${port})`]) {
      expect(stdout).to.include(part);
    }
    expect(stderr).to.equal("");
    for (const secret of ["hush-hush", state.controlToken, state.administrator.secretAccessKey]) {
      expect(stdout).not.to.include(secret);
    }
  });

  it("start leaves word for the user alone", async () => {
    const file = join(folder, ".keylab", "aws", `${port}.json`);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect((await stat(join(file, ".."))).mode & 0o777).to.equal(0o700);
    const { url, region, rootSecret, pid } = state;
    expect({ url, region, rootSecret, pid }).to.deep.equal({
      url: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      rootSecret: "hush-hush",
      pid: server.process.pid,
    });
  });

  it("start opens to others only with a root secret of its own", async () => {
    const context = new FakeContext({ workingFolder: folder });
    expect(await keylabHere(["aws", "start", "--host", "0.0.0.0", "--port", "0"], context)).to.deep.equal({
      exitCode: 2,
      stdout: "",
      stderr:
        "On 0.0.0.0 others reach the embedded AWS: it wants a root secret that not everybody knows.\nChoose one: --root-secret <secret>\n",
    });
  });

  it("inspect shows the items of a table as they are stored: encrypted", async () => {
    const { url, rootSecret } = state;
    const credentials = { accessKeyId: "test", secretAccessKey: rootSecret };
    const dynamoDb = new DynamoDBClient({ ...client, endpoint: url, credentials });
    await dynamoDb.send(
      new CreateTableCommand({
        TableName: "people",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await dynamoDb.send(
      new PutItemCommand({ TableName: "people", Item: { id: { S: "visible-id" }, a: { S: "secret" } } }),
    );
    const context = () => new FakeContext({ workingFolder: folder });
    const inspect = (...more: string[]) =>
      keylabHere(["aws", "inspect", "table", "people", "--port", String(port), ...more], context());
    const { exitCode, stdout } = await inspect();
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(
      /^arn:aws:dynamodb:us-east-1:000000000000:table\/people, 1 item, encrypted under a data key of DynamoDB itself\nitem [0-9a-f]{64}\n {2}[0-9a-f]{96} … \(\d+ bytes\)\n$/,
    );
    const { items } = stored.parse(JSON.parse((await inspect("--json")).stdout));
    const bytes = items.map((item) => Buffer.from(item.bytes, "base64").toString("latin1")).join();
    for (const text of ["visible-id", "secret"]) expect(bytes).not.to.include(text);
    const missing = await keylabHere(["aws", "inspect", "table", "nobody", "--port", String(port)], context());
    expect([missing.exitCode, missing.stderr]).to.deep.equal([
      2,
      "There is no table nobody in account 000000000000, region us-east-1.\nCheck the name, and give --account and --region if need be.\n",
    ]);
  });

  it("status says how it is and what is in it, and that none runs where none does", async () => {
    const context = () => new FakeContext({ workingFolder: folder });
    const { exitCode, stdout } = await keylabHere(["aws", "status", "--port", String(port)], context());
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(
      new RegExp(`^The embedded AWS runs at ${state.url} \\(process ${state.pid}, version .*\\)`),
    );
    expect(stdout).to.match(/\nLag {7}off\nChaos {5}off\nAccounts {2}any\n {10}000000000000: 1 user, 0 roles/);
    const missing = await keylabHere(["aws", "status", "--port", "1"], context());
    expect([missing.exitCode, missing.stdout]).to.deep.equal([1, ""]);
  });

  it("start says whose a port is that is in use", async () => {
    const context = new FakeContext({ workingFolder: folder });
    expect(await keylabHere(["aws", "start", "--port", String(port)], context)).to.deep.equal({
      exitCode: 1,
      stdout: "",
      stderr: [
        `Port ${port} is in use: an embedded AWS already runs there (process ${state.pid}).\n`,
        `Use it with eval "$(npx keylab aws env --port ${port})", or start another one: npx keylab aws start --port 4566\n`,
      ].join(""),
    });
    expect(await readState()).to.deep.equal(state);
  });

  it("env makes a shell of an administrator, for AWS and for Pulumi", async () => {
    const { exitCode, stdout, stderr } = await keylab(["aws", "env", "--port", String(port)], {
      folder,
      environment: { ...machine.environment, AWS_ENDPOINT_URL_KMS: "https://kms.example.com" },
    });
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    expect(stdout.split("\n")[0]).to.equal("unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL_KMS");
    const shell = await shellAfter(stdout);
    expect(shell).to.deep.include({
      AWS_ENDPOINT_URL: state.url,
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: state.administrator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: state.administrator.secretAccessKey,
      PULUMI_DEBUG_PROVIDERS: `aws:${state.providerPort},awsx:${state.providerPort}`,
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      TS_NODE_CACHE: "false",
      PULUMI_HOME: join(machine.folder, "cache", "pulumi-home"),
      PULUMI_BACKEND_URL: `file://${folder}/.keylab/state`,
      PULUMI_CONFIG_PASSPHRASE_FILE: `${folder}/.keylab/passphrase`,
      PATH: `${join(machine.cached("pulumi"), "..")}:/usr/bin:/bin`,
    });
    expect(shell).not.to.have.any.keys("AWS_PROFILE", "AWS_SESSION_TOKEN");
    expect(await callerOf(shell)).to.equal(`arn:aws:iam::000000000000:user/${UserName}`);
    const iam = rootOf(state);
    const { AttachedPolicies } = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
    expect(AttachedPolicies?.map(({ PolicyName }) => PolicyName)).to.deep.equal(["AdministratorAccess"]);
    expect((await stat(join(folder, ".keylab", "passphrase"))).mode & 0o777).to.equal(0o600);
    expect((await stat(join(folder, ".keylab", "state"))).mode & 0o777).to.equal(0o700);
  });

  it("env says the same when asked again, and makes nothing more", async () => {
    const first = await env();
    const passphrase = await readFile(join(folder, ".keylab", "passphrase"), "utf8");
    expect(await env()).to.deep.equal(first);
    expect(await readFile(join(folder, ".keylab", "passphrase"), "utf8")).to.equal(passphrase);
    const { AccessKeyMetadata = [] } = await rootOf(state).send(new ListAccessKeysCommand({ UserName }));
    expect(AccessKeyMetadata).to.have.lengthOf(1);
  });

  it("env makes a new key where the old one is gone, although AWS allows two and there are two", async () => {
    const iam = rootOf(state);
    const { accessKeyId } = state.administrator;
    await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: accessKeyId }));
    await iam.send(new CreateAccessKeyCommand({ UserName }));
    await iam.send(new CreateAccessKeyCommand({ UserName }));
    const renewed = await env();
    expect(renewed.exitCode).to.equal(0);
    expect(renewed.stderr).to.equal(
      "The administrator's access key did not work any more; this is a new one.\n" +
        'Restart "keylab aws start" before you use Pulumi: its provider still has the old one.\n',
    );
    expect(await callerOf(await shellAfter(renewed.stdout))).to.equal(`arn:aws:iam::000000000000:user/${UserName}`);
    expect(await env()).to.deep.equal({ exitCode: 0, stdout: renewed.stdout, stderr: "" });
  });

  it("env works without Pulumi, and says so", async () => {
    const nothing = { PATH: "/nowhere", KEYLAB_PULUMI: "/nowhere/pulumi" };
    const { exitCode, stdout, stderr } = await env(port, nothing);
    expect(exitCode).to.equal(0);
    expect(stderr.split("\n")).to.deep.equal([
      "KEYLAB_PULUMI names a Pulumi CLI that cannot be used: /nowhere/pulumi is not an executable file.",
      "Set KEYLAB_PULUMI to the path of a Pulumi CLI 3.246.0 or later, or unset it and let Keylab find one.",
      "Without it, everything but `pulumi` works in this shell.",
      "",
    ]);
    const shell = await shellAfter(stdout);
    expect(shell.PATH).to.equal("/usr/bin:/bin");
    expect(await callerOf(shell)).to.equal(`arn:aws:iam::000000000000:user/${UserName}`);
  });

  it("env names the ports of others when there is none on this one", async () => {
    const { exitCode, stdout, stderr } = await env(4566);
    expect([exitCode, stdout]).to.deep.equal([1, ""]);
    expect(stderr.split("\n")).to.deep.equal([
      "No embedded AWS was started on port 4566 from this folder.",
      "Start it in a terminal of its own, in this folder: npx keylab aws start",
      `(For the one on port ${port}: npx keylab aws env --port ${port})`,
      "",
    ]);
  });

  it("env says when what was started does not run any more", async () => {
    const states = new AwsStates(join(folder, ".keylab"));
    await states.write({ ...state, url: "http://127.0.0.1:1" });
    const { exitCode, stderr } = await env(1);
    await states.remove(1);
    expect(exitCode).to.equal(1);
    expect(stderr.split("\n")[0]).to.equal("The embedded AWS on port 1 does not run any more.");
  });

  it("env does not take another server on the same port for the one that was started", async () => {
    const states = new AwsStates(join(folder, ".keylab"));
    await states.write({ ...state, controlToken: "of another time" });
    const { exitCode, stderr } = await env();
    await states.write(state);
    expect(exitCode).to.equal(1);
    expect(stderr.split("\n")[0]).to.equal(`The embedded AWS on port ${port} does not run any more.`);
  });

  it("env passes over a file that makes no sense", async () => {
    const path = join(folder, ".keylab", "aws", "3.json");
    await writeFile(path, "{");
    const { stderr } = await env(3);
    await rm(path);
    expect(stderr.split("\n")[0]).to.equal("No embedded AWS was started on port 3 from this folder.");
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`start ends with ${signal}, and leaves nothing that listens or says where it was`, async () => {
      const other = new Keylab(["aws", "start", "--port", "0"], { folder });
      const [url, digits = ""] = await other.says(/http:\/\/127\.0\.0\.1:(\d+)/);
      await other.says(/Ctrl-C/);
      other.process.kill(signal);
      const { exitCode, stderr } = await other.ended();
      expect([exitCode, stderr]).to.deep.equal([0, "Stopping.\n"]);
      expect(await readdir(join(folder, ".keylab", "aws"))).not.to.include(`${digits}.json`);
      expect(await fetch(url).catch(() => "nobody")).to.equal("nobody");
    });
  }
});
