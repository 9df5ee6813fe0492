import { AddPermissionCommand, GetPolicyCommand, RemovePermissionCommand } from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { operation } from "../../../../emulator/operation.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { rootUser } from "../../../../emulator/principal.ts";
import { invoke } from "../../../../emulator/services/lambda/operations/invoke.ts";
import { services } from "../../../../emulator/services/services.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole } from "./functions.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const ruleArn = "arn:aws:events:us-east-1:000000000000:rule/nightly";

describe("Permissions on a function", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await root.lambda.send(functionOf(await makeRole(root), "exports.handler = async () => 1;"));
  });
  afterEach(() => emulator.stop());

  const permission = { FunctionName: "f", StatementId: "s", Action: "lambda:InvokeFunction" };

  /** Runs the function as a service that works for a resource. */
  async function invokeAs(service: string, sourceArn: string): Promise<unknown> {
    const registry = new Registry(services);
    const probe = operation<object, object>({
      service: "lambda",
      name: "GetAccountSettings",
      documentation: "",
      readOnly: true,
      access: () => [],
      run: (context) => context.callAsService(service, invoke, { FunctionName: arn }, sourceArn),
    });
    const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
    const call = { caller: rootUser("000000000000"), region: "us-east-1", requestId: "1", wireRequestId: "1", origin };
    const answer = await new Dispatcher(emulator.instance, registry).invoke(probe, {}, call);
    return "Payload" in answer ? String(answer.Payload) : answer;
  }

  const rows: readonly {
    readonly what: string;
    readonly given: object;
    readonly by: [string, string];
    readonly isAllowed: boolean;
  }[] = [
    {
      what: "the service that it names",
      given: { Principal: "events.amazonaws.com" },
      by: ["events", ruleArn],
      isAllowed: true,
    },
    { what: "no other service", given: { Principal: "s3.amazonaws.com" }, by: ["events", ruleArn], isAllowed: false },
    {
      what: "the service for the resource that it names",
      given: { Principal: "events.amazonaws.com", SourceArn: ruleArn, SourceAccount: "000000000000" },
      by: ["events", ruleArn],
      isAllowed: true,
    },
    {
      what: "the service for no other resource",
      given: { Principal: "events.amazonaws.com", SourceArn: `${ruleArn}x` },
      by: ["events", ruleArn],
      isAllowed: false,
    },
    {
      what: "the service for no other account",
      given: { Principal: "events.amazonaws.com", SourceAccount: "111111111111" },
      by: ["events", ruleArn],
      isAllowed: false,
    },
  ];
  for (const { what, given, by, isAllowed } of rows) {
    it(`let in ${what}`, async () => {
      await root.lambda.send(new AddPermissionCommand({ ...permission, Principal: "", ...given }));
      const answer = await invokeAs(...by).catch((error: unknown) => (error instanceof Error ? error.name : error));
      expect(answer).to.equal(isAllowed ? "1" : "AwsError");
    });
  }

  it("let in another account, if its own policies do, too", async () => {
    const policy = [{ Effect: "Allow" as const, Action: "lambda:InvokeFunction", Resource: arn }];
    const [may, mayNot] = [
      await createUser(emulator, "may", policy, "111111111111"),
      await createUser(emulator, "mayNot", [], "111111111111"),
    ];
    const call = (clients: Clients) => invoked(clients.lambda, {}, { FunctionName: arn });
    const denied = await refusalOf(call(may.clients));
    expect(denied).to.deep.equal({
      code: "AccessDeniedException",
      message: `User: ${may.arn} is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`,
      status: 403,
    });
    await root.lambda.send(new AddPermissionCommand({ ...permission, Principal: "111111111111" }));
    expect((await call(may.clients)).payload).to.equal(1);
    expect((await refusalOf(call(mayNot.clients))).code).to.equal("AccessDeniedException");
    await root.lambda.send(new RemovePermissionCommand({ FunctionName: "f", StatementId: "s" }));
    expect(await refusalOf(call(may.clients))).to.deep.equal(denied);
  });

  it("are shown as one policy", async () => {
    const given = { Principal: "s3.amazonaws.com", SourceArn: "arn:aws:s3:::bucket", SourceAccount: "000000000000" };
    const { Statement = "" } = await root.lambda.send(new AddPermissionCommand({ ...permission, ...given }));
    const statement = {
      Sid: "s",
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "lambda:InvokeFunction",
      Resource: arn,
      Condition: {
        StringEquals: { "AWS:SourceAccount": "000000000000" },
        ArnLike: { "AWS:SourceArn": "arn:aws:s3:::bucket" },
      },
    };
    expect(JSON.parse(Statement)).to.deep.equal(statement);
    const { Policy = "" } = await root.lambda.send(new GetPolicyCommand({ FunctionName: "f" }));
    expect(JSON.parse(Policy)).to.deep.equal({ Version: "2012-10-17", Id: "default", Statement: [statement] });
  });

  const refused = [
    {
      what: "a principal that does not exist",
      given: { Principal: "arn:aws:iam::000000000000:user/nobody" },
      code: "InvalidParameterValueException",
    },
    { what: "what is no principal", given: { Principal: "nobody" }, code: "InvalidParameterValueException" },
    {
      what: "$LATEST",
      given: { Principal: "s3.amazonaws.com", Qualifier: "$LATEST" },
      code: "InvalidParameterValueException",
    },
    {
      what: "a version that is not there",
      given: { Principal: "s3.amazonaws.com", Qualifier: "7" },
      code: "ResourceNotFoundException",
    },
  ];
  for (const { what, given, code } of refused) {
    it(`are refused for ${what}`, async () => {
      expect((await refusalOf(root.lambda.send(new AddPermissionCommand({ ...permission, ...given })))).code).to.equal(
        code,
      );
    });
  }

  it("have ids of their own", async () => {
    const twice = () => root.lambda.send(new AddPermissionCommand({ ...permission, Principal: "s3.amazonaws.com" }));
    await twice();
    expect((await refusalOf(twice())).code).to.equal("ResourceConflictException");
    const none = new RemovePermissionCommand({ FunctionName: "f", StatementId: "t" });
    expect((await refusalOf(root.lambda.send(none))).code).to.equal("ResourceNotFoundException");
  });
});
