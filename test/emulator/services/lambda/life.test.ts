import {
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetAccountSettingsCommand,
  GetFunctionCodeSigningConfigCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionEventInvokeConfigCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole, zipOf } from "./functions.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const FunctionName = "f";

describe("A function", () => {
  let emulator: Emulator;
  let root: Clients;
  let role: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    role = await makeRole(root);
  });
  afterEach(() => emulator.stop());

  const create = (settings: Parameters<typeof functionOf>[2] = {}) =>
    root.lambda.send(functionOf(role, "exports.handler = async () => 1;", settings));
  const codeThatAnswers = (answer: number) => zipOf({ "index.js": `exports.handler = async () => ${answer};` });

  it("is created, shown and listed as AWS does", async () => {
    const made = await create({ Tags: { team: "red" } });
    const { $metadata, CodeSha256, CodeSize, LastModified, RevisionId, ...shown } = made;
    expect($metadata.httpStatusCode).to.equal(201);
    expect(CodeSha256).to.match(/^[A-Za-z0-9+/]{43}=$/);
    expect(CodeSize).to.be.greaterThan(100);
    expect(LastModified).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    expect(RevisionId).to.match(/^[-0-9a-f]{36}$/);
    const common = {
      FunctionName,
      FunctionArn: arn,
      Runtime: "nodejs20.x",
      Role: role,
      Handler: "index.handler",
      Description: "",
      Timeout: 3,
      MemorySize: 128,
      Version: "$LATEST",
      TracingConfig: { Mode: "PassThrough" },
      PackageType: "Zip",
      Architectures: ["x86_64"],
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
      LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/f" },
    };
    const creating = { State: "Pending", StateReason: "The function is being created.", StateReasonCode: "Creating" };
    expect(shown).to.deep.equal({ ...common, ...creating });
    await waitUntilFunctionActiveV2({ client: root.lambda, maxWaitTime: 5 }, { FunctionName });
    const { Configuration, Tags } = await root.lambda.send(new GetFunctionCommand({ FunctionName: arn }));
    expect(Configuration).to.deep.include({ ...common, State: "Active", LastUpdateStatus: "Successful" });
    expect(Tags).to.deep.equal({ team: "red" });
    const { Functions = [] } = await root.lambda.send(new ListFunctionsCommand({}));
    expect(Functions).to.deep.equal([Configuration]);
  });

  const refused: readonly {
    readonly what: string;
    readonly settings: Parameters<typeof functionOf>[2];
    readonly code: string;
    readonly message: RegExp;
  }[] = [
    {
      what: "an archive that is none",
      settings: { Code: { ZipFile: Buffer.from("x") } },
      code: "InvalidParameterValueException",
      message: /^Could not unzip uploaded file/,
    },
    {
      what: "an archive that leads elsewhere",
      settings: { Code: { ZipFile: zipOf({ "../x": "" }) } },
      code: "InvalidParameterValueException",
      message: /^Could not unzip uploaded file/,
    },
    {
      what: "an image",
      settings: { Code: { ImageUri: "x" } },
      code: "InvalidParameterValueException",
      message: /container images/,
    },
    {
      what: "no code",
      settings: { Code: {} },
      code: "InvalidParameterValueException",
      message: /^Please provide a source for function code\.$/,
    },
    {
      what: "another runtime",
      settings: { Runtime: "java21" },
      code: "InvalidParameterValueException",
      message: /does not carry the runtime 'java21' yet/,
    },
    {
      what: "a layer",
      settings: { Layers: ["arn:aws:lambda:us-east-1:000000000000:layer:x:1"] },
      code: "ValidationException",
      message: /does not carry the parameter 'Layers'/,
    },
    {
      what: "a timeout of more than 15 minutes",
      settings: { Timeout: 901 },
      code: "InvalidParameterValueException",
      message: /at most 900 seconds/,
    },
    {
      what: "a role that is not there",
      settings: { Role: "arn:aws:iam::000000000000:role/nobody" },
      code: "InvalidParameterValueException",
      message: /^The role defined for the function cannot be assumed by Lambda\.$/,
    },
    {
      what: "a role of another account",
      settings: { Role: "arn:aws:iam::111111111111:role/x" },
      code: "AccessDeniedException",
      message: /^Cross-account pass role is not allowed\.$/,
    },
  ];
  for (const { what, settings, code, message } of refused) {
    it(`is not created with ${what}`, async () => {
      const refusal = await refusalOf(create(settings));
      expect(refusal.code).to.equal(code);
      expect(refusal.message).to.match(message);
    });
  }

  it("is not created with a role that does not trust Lambda, nor twice", async () => {
    const trust = JSON.stringify({
      Statement: { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
    });
    const Role = await makeRole(root, "ec2", [], trust);
    expect((await refusalOf(create({ Role }))).code).to.equal("InvalidParameterValueException");
    await create();
    expect(await refusalOf(create())).to.deep.equal({
      code: "ResourceConflictException",
      message: "Function already exist: f",
      status: 409,
    });
  });

  it("is created only by whoever may hand its role to Lambda", async () => {
    const passing = (service: string) => [
      { Effect: "Allow" as const, Action: "lambda:CreateFunction", Resource: arn },
      {
        Effect: "Allow" as const,
        Action: "iam:PassRole",
        Resource: role,
        Condition: { StringEquals: { "iam:PassedToService": service } },
      },
    ];
    const wrong = await createUser(emulator, "wrong", passing("ec2.amazonaws.com"));
    const right = await createUser(emulator, "right", passing("lambda.amazonaws.com"));
    expect(await refusalOf(wrong.clients.lambda.send(functionOf(role, "")))).to.deep.equal({
      code: "AccessDeniedException",
      message: `User: ${wrong.arn} is not authorized to perform: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`,
      status: 403,
    });
    expect((await right.clients.lambda.send(functionOf(role, ""))).FunctionArn).to.equal(arn);
  });

  it("is changed, in code and in settings", async () => {
    const { RevisionId } = await create();
    expect((await invoked(root.lambda)).payload).to.equal(1);
    const code = { FunctionName, ZipFile: codeThatAnswers(2) };
    const changed = await root.lambda.send(new UpdateFunctionCodeCommand({ ...code, RevisionId }));
    expect(changed.LastUpdateStatus).to.equal("InProgress");
    await waitUntilFunctionUpdatedV2({ client: root.lambda, maxWaitTime: 5 }, { FunctionName });
    expect((await invoked(root.lambda)).payload).to.equal(2);
    const settings = { FunctionName, Timeout: 7, MemorySize: 256, Description: "d" };
    const configured = await root.lambda.send(new UpdateFunctionConfigurationCommand(settings));
    expect(configured).to.deep.include({ Timeout: 7, MemorySize: 256, Description: "d" });
    const stale = await refusalOf(root.lambda.send(new UpdateFunctionCodeCommand({ ...code, RevisionId })));
    expect({ code: stale.code, status: stale.status }).to.deep.equal({
      code: "PreconditionFailedException",
      status: 412,
    });
  });

  it("is deleted with all that belongs to it", async () => {
    await create();
    const { $metadata } = await root.lambda.send(new DeleteFunctionCommand({ FunctionName }));
    expect($metadata.httpStatusCode).to.equal(204);
    const gone = { code: "ResourceNotFoundException", message: `Function not found: ${arn}`, status: 404 };
    expect(await refusalOf(root.lambda.send(new GetFunctionCommand({ FunctionName })))).to.deep.equal(gone);
    expect(await refusalOf(root.lambda.send(new DeleteFunctionCommand({ FunctionName })))).to.deep.equal(gone);
  });

  it("has tags", async () => {
    await create({ Tags: { a: "1" } });
    await root.lambda.send(new TagResourceCommand({ Resource: arn, Tags: { b: "2", c: "3" } }));
    await root.lambda.send(new UntagResourceCommand({ Resource: arn, TagKeys: ["a", "c"] }));
    expect((await root.lambda.send(new ListTagsCommand({ Resource: arn }))).Tags).to.deep.equal({ b: "2" });
    const reserved = new TagResourceCommand({ Resource: arn, Tags: { "aws:x": "" } });
    expect((await refusalOf(root.lambda.send(reserved))).code).to.equal("InvalidParameterValueException");
  });

  it("has a reserved concurrency that leaves enough to others", async () => {
    await create();
    const reserve = (ReservedConcurrentExecutions: number) =>
      root.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
    await reserve(900);
    expect((await refusalOf(reserve(901))).code).to.equal("InvalidParameterValueException");
    const shown = () => root.lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
    expect((await shown()).ReservedConcurrentExecutions).to.equal(900);
    const { AccountLimit, AccountUsage } = await root.lambda.send(new GetAccountSettingsCommand({}));
    expect(AccountLimit?.UnreservedConcurrentExecutions).to.equal(100);
    expect(AccountUsage?.FunctionCount).to.equal(1);
    await root.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    expect((await shown()).ReservedConcurrentExecutions).to.equal(undefined);
  });

  it("says how events that nobody waits for are treated", async () => {
    await create();
    const config = { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 };
    await root.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, ...config }));
    const shown = () => root.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }));
    expect(await shown()).to.deep.include({ ...config, FunctionArn: `${arn}:$LATEST` });
    await root.lambda.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    expect((await refusalOf(shown())).message).to.equal(
      `The function ${arn}:$LATEST doesn't have an EventInvokeConfig`,
    );
  });

  it("has no code signing, and is found in its region alone", async () => {
    await create();
    const signing = await root.lambda.send(new GetFunctionCodeSigningConfigCommand({ FunctionName }));
    expect(signing.CodeSigningConfigArn).to.equal(undefined);
    const elsewhere = clientsFor(emulator, undefined, "eu-west-1").lambda;
    expect((await refusalOf(elsewhere.send(new GetFunctionCommand({ FunctionName: arn })))).message).to.equal(
      "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')",
    );
    const mismatch = new GetFunctionCommand({ FunctionName: `${arn}:1`, Qualifier: "2" });
    expect((await refusalOf(root.lambda.send(mismatch))).message).to.equal(
      "The derived qualifier from the function name does not match the specified qualifier.",
    );
  });
});
