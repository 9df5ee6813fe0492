import { ListUsersCommand } from "@aws-sdk/client-iam";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole, zipOf } from "./functions.ts";

describe("Invoke", () => {
  let emulator: Emulator;
  let clients: Clients;
  let role: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    clients = clientsFor(emulator);
    role = await makeRole(clients);
  });
  afterEach(() => emulator.stop());

  const handlers: readonly {
    readonly what: string;
    readonly files: Record<string, string>;
    readonly handler?: string;
  }[] = [
    { what: "an async CommonJS handler", files: { "index.js": "exports.handler = async (e) => ({ got: e.a });" } },
    {
      what: "a handler with a callback",
      files: { "index.js": "exports.handler = (e, c, done) => setTimeout(() => done(null, { got: e.a }), 5);" },
    },
    { what: "an ES module", files: { "index.mjs": "export const handler = async (e) => ({ got: e.a });" } },
    {
      what: "an ES module by its package.json",
      files: { "package.json": '{"type":"module"}', "index.js": "export const handler = async (e) => ({ got: e.a });" },
    },
    {
      what: "a handler in a folder, below a name",
      files: { "src/app.js": "exports.api = { run: async (e) => ({ got: e.a }) };" },
      handler: "src/app.api.run",
    },
  ];
  for (const { what, files, handler = "index.handler" } of handlers) {
    it(`runs ${what}`, async () => {
      await clients.lambda.send(functionOf(role, "", { Code: { ZipFile: zipOf(files) }, Handler: handler }));
      const { payload, status, error } = await invoked(clients.lambda, { a: 1 });
      expect({ payload, status, error }).to.deep.equal({ payload: { got: 1 }, status: 200, error: undefined });
    });
  }

  it("answers null for a handler that ends without an answer", async () => {
    await clients.lambda.send(functionOf(role, "exports.handler = () => {};"));
    expect((await invoked(clients.lambda)).payload).to.equal(null);
  });

  const failures: readonly { readonly what: string; readonly code: string; readonly payload: RegExp }[] = [
    {
      what: "a handler that throws",
      code: "exports.handler = async () => { throw new RangeError('no'); };",
      payload: /^\{"errorType":"RangeError","errorMessage":"no","trace":\["RangeError: no","/,
    },
    {
      what: "code that is no JavaScript",
      code: "exports.handler = async () => {",
      payload: /^\{"errorType":"Runtime.UserCodeSyntaxError","errorMessage":"SyntaxError: /,
    },
    {
      what: "a package that is not there",
      code: "require('nothing');",
      payload: /^\{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'nothing'/,
    },
    {
      what: "a handler that is not there",
      code: "exports.other = 1;",
      payload: /^\{"errorType":"Runtime.HandlerNotFound","errorMessage":"index.handler is undefined or not exported"/,
    },
    {
      what: "a process that ends",
      code: "exports.handler = async () => process.exit(3);",
      payload:
        /^\{"errorType":"Runtime.ExitError","errorMessage":"RequestId: [-0-9a-f]{36} Error: Runtime exited with error: exit status 3"\}$/,
    },
    {
      what: "a rejection that nobody handles",
      code: "exports.handler = () => { Promise.reject(new Error('lost')); return new Promise(() => {}); };",
      payload: /^\{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: lost"/,
    },
    {
      what: "an answer that is no JSON",
      code: "exports.handler = async () => { const a = {}; a.a = a; return a; };",
      payload: /^\{"errorType":"Error","errorMessage":"Unable to stringify response body"/,
    },
  ];
  for (const { what, code, payload } of failures) {
    it(`answers Unhandled for ${what}, and works on`, async () => {
      await clients.lambda.send(functionOf(role, code));
      for (let count = 0; count < 2; count++) {
        const answer = await invoked(clients.lambda);
        expect(answer.error).to.equal("Unhandled");
        expect(JSON.stringify(answer.payload)).to.match(payload);
      }
    });
  }

  it("ends a function whose time is up, and answers others meanwhile", async () => {
    await clients.lambda.send(
      functionOf(role, "exports.handler = () => new Promise(() => setInterval(() => {}, 100));", { Timeout: 1 }),
    );
    const ended: string[] = [];
    const slow = invoked(clients.lambda).finally(() => ended.push("function"));
    await clients.iam.send(new ListUsersCommand({})).finally(() => ended.push("other call"));
    const { payload, error, log } = await slow;
    expect(ended).to.deep.equal(["other call", "function"]);
    expect(error).to.equal("Unhandled");
    expect(JSON.stringify(payload)).to.match(
      /^\{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: [-0-9a-f]{36} Error: Task timed out after 1.00 seconds"\}$/,
    );
    expect(log.at(1)).to.match(/^\S+Z [-0-9a-f]{36} Task timed out after 1.00 seconds$/);
    expect(log.at(-1)).to.match(/\tStatus: timeout\t$/);
  });

  it("brings the end of the log", async () => {
    await clients.lambda.send(functionOf(role, "exports.handler = async () => { console.log('hello', { a: 1 }); };"));
    const { log } = await invoked(clients.lambda);
    expect(log).to.have.lengthOf(4);
    expect(log[0]).to.match(/^START RequestId: [-0-9a-f]{36} Version: \$LATEST$/);
    expect(log[1]).to.match(/^\S+Z\t[-0-9a-f]{36}\tINFO\thello \{ a: 1 \}$/);
    expect(log[2]).to.match(/^END RequestId: [-0-9a-f]{36}$/);
    expect(log[3]).to.match(
      /^REPORT RequestId: [-0-9a-f]{36}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: [\d.]+ ms\t$/,
    );
  });

  it("uses an environment again for the next event, and another one for events at the same time", async () => {
    const code =
      "let count = 0; exports.handler = async ({ wait }) => { await new Promise((r) => setTimeout(r, wait)); return ++count; };";
    await clients.lambda.send(functionOf(role, code));
    const answers = [await invoked(clients.lambda, { wait: 0 }), await invoked(clients.lambda, { wait: 0 })];
    expect(answers.map(({ payload }) => payload)).to.deep.equal([1, 2]);
    const both = await Promise.all([invoked(clients.lambda, { wait: 300 }), invoked(clients.lambda, { wait: 300 })]);
    expect(both.map(({ payload }) => payload).sort()).to.deep.equal([1, 3]);
  });

  it("keeps to the reserved concurrency", async () => {
    await clients.lambda.send(functionOf(role, "exports.handler = async () => 1;"));
    const none = new PutFunctionConcurrencyCommand({ FunctionName: "f", ReservedConcurrentExecutions: 0 });
    await clients.lambda.send(none);
    const refusal = await refusalOf(invoked(clients.lambda));
    expect(refusal).to.deep.equal({ code: "TooManyRequestsException", message: "Rate Exceeded.", status: 429 });
  });

  it("only says whether the caller may, for a dry run", async () => {
    await clients.lambda.send(functionOf(role, "exports.handler = async () => 1;"));
    const { status, payload } = await invoked(clients.lambda, {}, { InvocationType: "DryRun" });
    expect({ status, payload }).to.deep.equal({ status: 204, payload: undefined });
  });

  it("answers at once for an event that nobody waits for, and runs the function", async () => {
    const maker = await makeRole(clients, "maker", [{ Effect: "Allow", Action: "kms:*", Resource: "*" }]);
    const code = `const { KMSClient, CreateKeyCommand } = require("@aws-sdk/client-kms");
      exports.handler = ({ Description }) => new KMSClient().send(new CreateKeyCommand({ Description }));`;
    await clients.lambda.send(functionOf(maker, code));
    const { status, payload } = await invoked(clients.lambda, { Description: "d" }, { InvocationType: "Event" });
    expect({ status, payload }).to.deep.equal({ status: 202, payload: undefined });
    let keys: unknown[] = [];
    while (keys.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      ({ Keys: keys = [] } = await clients.kms.send(new ListKeysCommand({})));
    }
    expect(keys).to.have.lengthOf(1);
  });

  it("refuses an event that is no JSON, and a function that is not there", async () => {
    await clients.lambda.send(functionOf(role, "exports.handler = async () => 1;"));
    const noJson = await refusalOf(invoked(clients.lambda, {}, { Payload: "{" }));
    expect({ code: noJson.code, status: noJson.status }).to.deep.equal({
      code: "InvalidRequestContentException",
      status: 400,
    });
    expect(await refusalOf(invoked(clients.lambda, {}, { FunctionName: "g" }))).to.deep.equal({
      code: "ResourceNotFoundException",
      message: "Function not found: arn:aws:lambda:us-east-1:000000000000:function:g",
      status: 404,
    });
  });
});
