import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  GetAliasCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  ListFunctionsCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  UpdateFunctionEventInvokeConfigCommand,
} from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { functionOf, makeRole, zipOf } from "./functions.ts";

const FunctionName = "f";
const Resource = "arn:aws:lambda:us-east-1:000000000000:function:f";
const code = "exports.handler = async () => 1;";
const alias = { FunctionName, Name: "live" };
const statement = { FunctionName, StatementId: "s" };

/**
 * Calls in an order in which each finds what it is about, with the names of their events.
 * Source: Lambda Developer Guide, "Logging AWS Lambda API calls using AWS CloudTrail", "Lambda management events in CloudTrail".
 */
const calls: readonly {
  readonly event: string;
  readonly call: (clients: Clients, role: string) => Promise<unknown>;
}[] = [
  {
    event: "CreateFunction20150331",
    call: ({ lambda }, role) =>
      lambda.send(functionOf(role, code, { Environment: { Variables: { PASSWORD: "correct-horse" } } })),
  },
  { event: "GetFunction", call: ({ lambda }) => lambda.send(new GetFunctionCommand({ FunctionName })) },
  {
    event: "GetFunctionConfiguration",
    call: ({ lambda }) => lambda.send(new GetFunctionConfigurationCommand({ FunctionName })),
  },
  { event: "ListFunctions", call: ({ lambda }) => lambda.send(new ListFunctionsCommand({})) },
  {
    event: "UpdateFunctionCode20150331v2",
    call: ({ lambda }) =>
      lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: zipOf({ "index.js": code }) })),
  },
  {
    event: "UpdateFunctionConfiguration20150331v2",
    call: ({ lambda }) =>
      lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName,
          Environment: { Variables: { PASSWORD: "correct-horse" } },
        }),
      ),
  },
  { event: "PublishVersion20150331", call: ({ lambda }) => lambda.send(new PublishVersionCommand({ FunctionName })) },
  {
    event: "CreateAlias20150331",
    call: ({ lambda }) => lambda.send(new CreateAliasCommand({ ...alias, FunctionVersion: "1" })),
  },
  { event: "GetAlias20150331", call: ({ lambda }) => lambda.send(new GetAliasCommand(alias)) },
  {
    event: "UpdateAlias20150331",
    call: ({ lambda }) => lambda.send(new UpdateAliasCommand({ ...alias, Description: "now" })),
  },
  { event: "DeleteAlias20150331", call: ({ lambda }) => lambda.send(new DeleteAliasCommand(alias)) },
  {
    event: "AddPermission20150331v2",
    call: ({ lambda }) =>
      lambda.send(
        new AddPermissionCommand({ ...statement, Action: "lambda:InvokeFunction", Principal: "444455556666" }),
      ),
  },
  { event: "GetPolicy", call: ({ lambda }) => lambda.send(new GetPolicyCommand({ FunctionName })) },
  {
    event: "RemovePermission20150331v2",
    call: ({ lambda }) => lambda.send(new RemovePermissionCommand(statement)),
  },
  {
    event: "PutFunctionConcurrency20171031",
    call: ({ lambda }) =>
      lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 1 })),
  },
  {
    event: "DeleteFunctionConcurrency20171031",
    call: ({ lambda }) => lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName })),
  },
  {
    event: "PutFunctionEventInvokeConfig",
    call: ({ lambda }) =>
      lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 1 })),
  },
  {
    event: "UpdateFunctionEventInvokeConfig",
    call: ({ lambda }) =>
      lambda.send(new UpdateFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 0 })),
  },
  {
    event: "TagResource20170331v2",
    call: ({ lambda }) => lambda.send(new TagResourceCommand({ Resource, Tags: { team: "red" } })),
  },
  {
    event: "UntagResource20170331v2",
    call: ({ lambda }) => lambda.send(new UntagResourceCommand({ Resource, TagKeys: ["team"] })),
  },
  { event: "DeleteFunction20150331", call: ({ lambda }) => lambda.send(new DeleteFunctionCommand({ FunctionName })) },
];

describe("CloudTrail's records of Lambda", () => {
  let emulator: Emulator;
  let root: Clients;
  let role: string;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    role = await makeRole(root);
  });
  after(() => emulator.stop());

  /** The latest event that Lambda is the source of, as LookupEvents tells of it. */
  async function latest(): Promise<{ name?: string; text: string }> {
    const { Events = [] } = await root.cloudTrail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: "EventSource", AttributeValue: "lambda.amazonaws.com" }],
        MaxResults: 1,
      }),
    );
    return { name: Events[0]?.EventName, text: Events[0]?.CloudTrailEvent ?? "" };
  }

  for (const { event, call } of calls) {
    it(`name ${event} as AWS does, without code and variables`, async () => {
      await call(root, role);
      const { name, text } = await latest();
      expect(name).to.equal(event);
      expect(JSON.parse(text)).to.include({ eventName: event, eventSource: "lambda.amazonaws.com" });
      expect(text).not.to.match(/zipFile|correct-horse/);
    });
  }
});
