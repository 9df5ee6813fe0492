import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole } from "./functions.ts";

const attempt = "const attempt = (f) => { try { return f(); } catch (e) { return e.code; } };";

describe("A Node.js function", () => {
  let emulator: Emulator;
  let root: Clients;
  let role: string;
  let secretFolder: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    role = await makeRole(root, "runner", [{ Effect: "Allow", Action: ["kms:*", "sts:*"], Resource: "*" }]);
    secretFolder = mkdtempSync(join(tmpdir(), "secret-"));
    writeFileSync(join(secretFolder, "secret"), "secret");
    process.env.KEYLAB_TEST_SECRET = "secret";
  });
  afterEach(async () => {
    delete process.env.KEYLAB_TEST_SECRET;
    rmSync(secretFolder, { recursive: true });
    await emulator.stop();
  });

  async function answerOf(code: string): Promise<unknown> {
    await root.lambda.send(functionOf(role, `${attempt} exports.handler = async () => { ${code} };`));
    return (await invoked(root.lambda)).payload;
  }

  it("has the variables that Lambda sets, and nothing of the environment around it", async () => {
    expect(await answerOf("return Object.keys(process.env).sort();")).to.deep.equal([
      "AWS_ACCESS_KEY_ID",
      "AWS_DEFAULT_REGION",
      "AWS_ENDPOINT_URL",
      "AWS_EXECUTION_ENV",
      "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
      "AWS_LAMBDA_FUNCTION_NAME",
      "AWS_LAMBDA_FUNCTION_VERSION",
      "AWS_LAMBDA_INITIALIZATION_TYPE",
      "AWS_LAMBDA_LOG_GROUP_NAME",
      "AWS_LAMBDA_LOG_STREAM_NAME",
      "AWS_REGION",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_SESSION_TOKEN",
      "HOME",
      "LAMBDA_TASK_ROOT",
      "LANG",
      "PATH",
      "TMPDIR",
      "TZ",
      "_HANDLER",
    ]);
  });

  it("reads neither files of others nor the environment of the embedded AWS, and starts no programs", async () => {
    const code = `const fs = require("fs");
      return [
        attempt(() => fs.readFileSync(${JSON.stringify(join(secretFolder, "secret"))}, "utf8")),
        attempt(() => fs.readFileSync("/proc/" + process.ppid + "/environ", "utf8")),
        attempt(() => require("child_process").execSync("env")),
        attempt(() => fs.writeFileSync(process.env.LAMBDA_TASK_ROOT + "/index.js", "")),
        attempt(() => fs.writeFileSync(process.env.TMPDIR + "/own", "own") ?? fs.readFileSync(process.env.TMPDIR + "/own", "utf8")),
      ];`;
    expect(await answerOf(code)).to.deep.equal([...Array.from({ length: 4 }, () => "ERR_ACCESS_DENIED"), "own"]);
  });

  it("cannot widen that by NODE_OPTIONS", async () => {
    const path = JSON.stringify(join(secretFolder, "secret"));
    const code = `${attempt} exports.handler = async () => attempt(() => require("fs").readFileSync(${path}, "utf8"));`;
    const Environment = { Variables: { NODE_OPTIONS: "--allow-fs-read=*" } };
    await root.lambda.send(functionOf(role, code, { Environment }));
    expect((await invoked(root.lambda)).payload).to.equal("ERR_ACCESS_DENIED");
  });

  it("calls the embedded AWS with the SDK and the credentials of its role", async () => {
    const code = `const { STSClient, GetCallerIdentityCommand } = require("@aws-sdk/client-sts");
      return (await new STSClient().send(new GetCallerIdentityCommand())).Arn;`;
    expect(await answerOf(code)).to.equal("arn:aws:sts::000000000000:assumed-role/runner/f");
  });

  it("encrypts and decrypts with a key", async () => {
    const { KeyMetadata } = await root.kms.send(new CreateKeyCommand({}));
    const code = `const { KMSClient, EncryptCommand, DecryptCommand } = require("@aws-sdk/client-kms");
      const kms = new KMSClient();
      const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: ${JSON.stringify(KeyMetadata?.KeyId)}, Plaintext: Buffer.from("MySecretData") }));
      return Buffer.from((await kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext).toString();`;
    expect(await answerOf(code)).to.equal("MySecretData");
  });

  it("is told from others of its role by the condition key lambda:SourceFunctionArn", async () => {
    const PolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Effect: "Deny",
        Action: "kms:ListKeys",
        Resource: "*",
        Condition: { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:us-east-1:000000000000:function:f" } },
      },
    });
    await root.iam.send(new PutRolePolicyCommand({ RoleName: "runner", PolicyName: "deny", PolicyDocument }));
    const code = `const { KMSClient, ListKeysCommand } = require("@aws-sdk/client-kms");
      exports.handler = () => new KMSClient().send(new ListKeysCommand()).then(() => "may", (error) => error.name);`;
    await root.lambda.send(functionOf(role, code));
    await root.lambda.send(functionOf(role, code, { FunctionName: "g" }));
    expect((await invoked(root.lambda)).payload).to.equal("AccessDeniedException");
    expect((await invoked(root.lambda, {}, { FunctionName: "g" })).payload).to.equal("may");
  });

  it("leaves no folder behind when the embedded AWS ends", async () => {
    const folder = await answerOf("return process.env.LAMBDA_TASK_ROOT;");
    const [, name = ""] = /(keylab-lambda-[^/]+)/.exec(String(folder)) ?? [];
    expect(readdirSync(tmpdir())).to.include(name);
    await emulator.stop();
    expect(readdirSync(tmpdir())).not.to.include(name);
    emulator = await startTestEmulator();
  });
});
