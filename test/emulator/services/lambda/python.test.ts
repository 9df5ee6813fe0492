import { spawnSync } from "node:child_process";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole, zipOf } from "./functions.ts";

const has = (program: string) => spawnSync("python3", ["-I", "-c", program]).status === 0;

describe("A Python function", () => {
  let emulator: Emulator;
  let root: Clients;
  let role: string;
  before(function () {
    if (!has("")) this.skip();
  });
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    role = await makeRole(root, "runner", [{ Effect: "Allow", Action: "kms:*", Resource: "*" }]);
  });
  afterEach(() => emulator.stop());

  async function answerOf(code: string, event: object = {}) {
    const Code = { ZipFile: zipOf({ "app.py": code }) };
    await root.lambda.send(functionOf(role, "", { Code, Runtime: "python3.12", Handler: "app.handler", Timeout: 10 }));
    return invoked(root.lambda, event);
  }

  it("answers, and prints into its log", async () => {
    const code =
      "import os\ndef handler(event, context):\n  print('hello')\n  return [event['a'], context.function_name, os.environ['AWS_REGION']]";
    const { payload, error, log } = await answerOf(code, { a: 1 });
    expect({ payload, error }).to.deep.equal({ payload: [1, "f", "us-east-1"], error: undefined });
    expect(log.slice(1, -2)).to.deep.equal(["hello"]);
  });

  const failures: readonly { readonly what: string; readonly code: string; readonly payload: RegExp }[] = [
    {
      what: "raises",
      code: "def handler(event, context):\n  raise ValueError('no')",
      payload: /^\{"errorType":"ValueError","errorMessage":"no","requestId":"[-0-9a-f]{36}","stackTrace":\["  File /,
    },
    {
      what: "imports what is not there",
      code: "import nothing",
      payload:
        /^\{"errorType":"Runtime.ImportModuleError","errorMessage":"Unable to import module 'app': No module named 'nothing'"/,
    },
    {
      what: "has no handler",
      code: "x = 1",
      payload: /^\{"errorType":"Runtime.HandlerNotFound","errorMessage":"Handler 'handler' missing on module 'app'"/,
    },
    {
      what: "answers what is no JSON",
      code: "def handler(event, context):\n  return object()",
      payload:
        /^\{"errorType":"Runtime.MarshalError","errorMessage":"Unable to marshal response: Object of type object is not JSON serializable"/,
    },
  ];
  for (const { what, code, payload } of failures) {
    it(`is answered for with Unhandled if it ${what}`, async () => {
      const answer = await answerOf(code);
      expect(answer.error).to.equal("Unhandled");
      expect(JSON.stringify(answer.payload)).to.match(payload);
    });
  }

  it("encrypts and decrypts with a key by its alias, with boto3", async function () {
    if (!has("import boto3")) this.skip();
    const { KeyMetadata } = await root.kms.send(new CreateKeyCommand({}));
    const alias = { AliasName: "alias/my-app-key", TargetKeyId: KeyMetadata?.KeyId };
    await root.kms.send(new CreateAliasCommand(alias));
    const code = `import boto3
kms = boto3.client('kms')
def handler(event, context):
  blob = kms.encrypt(KeyId='alias/my-app-key', Plaintext=event['text'].encode())['CiphertextBlob']
  return kms.decrypt(CiphertextBlob=blob)['Plaintext'].decode()`;
    const { payload, error, log } = await answerOf(code, { text: "MySecretData" });
    expect({ payload, error }, log.join("\n")).to.deep.equal({ payload: "MySecretData", error: undefined });
  }).timeout(180_000);
});
