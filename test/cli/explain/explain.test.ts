import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateUserCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import * as z from "zod";
import { AwsStates } from "../../../cli/aws/awsState.ts";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const account = "111122223333";
const alice = `arn:aws:iam::${account}:user/Alice`;
const keyArn = `arn:aws:kms:us-east-1:${account}:key/k`;
const asked = ["--principal", alice, "--action", "kms:Decrypt", "--resource", keyArn];

const explained = z.object({ decision: z.unknown(), changes: z.array(z.unknown()) });

describe("keylab explain", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-explain-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const explain = (...args: string[]) => keylabHere(["explain", ...args], new FakeContext({ workingFolder: folder }));

  async function policies(files: Readonly<Record<string, object[] | string>>): Promise<void> {
    await mkdir(join(folder, "policies"));
    for (const [name, content] of Object.entries(files)) {
      const document = { Version: "2012-10-17", Statement: content };
      await writeFile(join(folder, "policies", name), typeof content === "string" ? content : JSON.stringify(document));
    }
  }
  const delegation = {
    Sid: "Delegation",
    Effect: "Allow",
    Principal: { AWS: account },
    Action: "kms:*",
    Resource: "*",
  };
  const may = (Action: string, more: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...more });

  it("explains a denial by files, with what would flip it", async () => {
    const viaDynamoDb = { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } };
    await policies({
      "key-policy.json": [delegation],
      "identity-alice.json": [may("dynamodb:*"), may("kms:Decrypt", { Sid: "Via", Condition: viaDynamoDb })],
    });
    expect(await explain("--policies", "policies", ...asked)).to.deep.equal({
      exitCode: 0,
      stderr: "",
      stdout: `Read: identity-alice.json, key-policy.json
User: ${alice} is not authorized to perform: kms:Decrypt on resource: ${keyArn} because no identity-based policy allows the kms:Decrypt action

✔ key policy hands the decision to the account
  This policy is required: unless it lets the caller in or hands the decision to the account, identity policies count for nothing.
  ✔ Allow: Delegation of key-policy.json
    ✔ principal: through the account
    ✔ action: kms:*
    ✔ resource: *
✘ identity policy does not allow
  ✘ Allow: statement 0 of identity-alice.json
    ✘ action: dynamodb:*
    ✔ resource: *
  ✘ Allow: Via of identity-alice.json
    ✔ action: kms:decrypt
    ✔ resource: *
    ✘ StringEquals kms:viaservice: dynamodb.us-east-1.amazonaws.com; the request does not have it
Not there: resource control policy, service control policy, boundary, session policy, endpoint policy
This would flip it:
  - identity policy: add an Allow of kms:Decrypt on ${keyArn}
`,
    });
    const { stdout } = await explain(
      ...["--policies", "policies", ...asked, "--context", "kms:ViaService=dynamodb.us-east-1.amazonaws.com"],
    );
    expect(stdout).to.include("is authorized to perform: kms:Decrypt").and.not.include("would flip");
  });

  it("prints JSON alone with --json", async () => {
    await policies({ "key-policy.json": [delegation], "scp.json": [may("s3:*")] });
    const { stdout, exitCode } = await explain("--policies", "policies", ...asked, "--json");
    const { decision, changes } = explained.parse(JSON.parse(stdout));
    expect([exitCode, decision]).to.deep.equal([
      0,
      {
        result: "ImplicitlyDenied",
        layer: "service control policy",
        principal: alice,
        action: "kms:Decrypt",
        resource: keyArn,
      },
    ]);
    expect(changes).to.have.length(2);
  });

  const wrong: { name: string; files: Readonly<Record<string, object[] | string>>; says: string }[] = [
    { name: "is no JSON", files: { "identity.json": "{" }, says: "identity.json: The policy is not valid JSON." },
    {
      name: "has an unknown name",
      files: { "mine.json": [] },
      says: "mine.json: its name does not say what policy it is.",
    },
    {
      name: "names a principal where none may be",
      files: { "boundary.json": [delegation] },
      says: "boundary.json: Statement Delegation: a policy of this kind (identity policy) has no element Principal.",
    },
  ];
  for (const { name, files, says } of wrong) {
    it(`names the file that ${name}`, async () => {
      await policies(files);
      const { exitCode, stdout, stderr } = await explain("--policies", "policies", ...asked);
      expect([exitCode, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.include(says);
    });
  }

  it("says what is missing, and that a folder cannot be read", async () => {
    expect((await explain("--principal", alice)).stderr).to.equal(
      "There is nothing to explain yet.\nGive --principal, --action and --resource, or --last for the most recent denial.\n",
    );
    const { exitCode, stderr } = await explain("--policies", "nowhere", ...asked);
    expect(exitCode).to.equal(2);
    expect(stderr).to.match(/^The folder .*nowhere cannot be read\.\n/);
    expect((await explain(...asked, "--context", "x")).stderr).to.include("A condition key is written key=value.");
  });

  it("says how to start an embedded AWS where none runs", async () => {
    expect(await explain("--last", "--port", "1")).to.deep.equal({
      exitCode: 1,
      stdout: "",
      stderr: `No embedded AWS that was started from this folder runs on port 1.
Start it in a terminal of its own, in this folder: npx keylab aws start --port 1
`,
    });
  });

  describe("with an embedded AWS", () => {
    let emulator: Emulator;
    let port: string;
    beforeEach(async () => {
      emulator = await startTestEmulator();
      const { url, rootSecret, controlToken } = emulator;
      const administrator = { accessKeyId: "test", secretAccessKey: rootSecret };
      const states = new AwsStates(join(folder, ".keylab"));
      await states.prepare();
      await states.write({
        url,
        region: "us-east-1",
        rootSecret,
        controlToken,
        administrator,
        accessKeys: [],
        providerPort: 1,
        pid: 1,
      });
      port = String(emulator.port);
    });
    afterEach(() => emulator.stop());

    it("says that nothing was denied, explains a request, and refuses who is not there", async () => {
      expect(await explain("--last", "--port", port)).to.deep.equal({
        exitCode: 1,
        stdout: "",
        stderr: "Nothing has been denied yet.\nLet something be denied first, then ask again.\n",
      });
      const root = clientsFor(emulator);
      const key = (await root.kms.send(new CreateKeyCommand())).KeyMetadata?.Arn ?? "";
      const { User } = await root.iam.send(new CreateUserCommand({ UserName: "Alice" }));
      const question = ["--principal", User?.Arn ?? "", "--action", "kms:Decrypt", "--resource", key];
      const explained = await explain(...question, "--target", emulator.url);
      expect(explained.exitCode).to.equal(0);
      expect(explained.stdout).to.include("because no identity-based policy allows the kms:Decrypt action");
      expect(explained.stdout).to.include("This would flip it:\n  - identity policy: add an Allow of kms:Decrypt");
      const stranger = await explain(...asked, "--port", port);
      expect([stranger.exitCode, stranger.stdout]).to.deep.equal([2, ""]);
      expect(stranger.stderr).to.include(
        `There is no root user, user, role, session of a role or federated user with the ARN ${alice}.`,
      );
    });

    it("explains the last denial", async () => {
      emulator.instance.decisions.record("1", {
        result: "ExplicitlyDenied",
        layer: "key state",
        principal: { kind: "root", accountId: account, arn: `arn:aws:iam::${account}:root`, principalId: account },
        action: "kms:Decrypt",
        resource: keyArn,
      });
      const { exitCode, stdout } = await explain("--last", "--port", port);
      expect([exitCode, stdout]).to.deep.equal([
        0,
        `The state of the key ${keyArn} does not permit kms:Decrypt, whatever policies and grants say.\n`,
      ]);
    });
  });
});
