import { expect } from "chai";
import { AwsError } from "../../../../emulator/awsError.ts";
import { Dispatcher } from "../../../../emulator/dispatcher.ts";
import { Instance } from "../../../../emulator/instance.ts";
import type { Operation } from "../../../../emulator/operation.ts";
import { rootUser } from "../../../../emulator/principal.ts";
import { Registry } from "../../../../emulator/registry.ts";
import { jsonErrorCodes, type Service } from "../../../../emulator/service.ts";
import { createRole } from "../../../../emulator/services/iam/operations/createRole.ts";
import { putRolePolicy } from "../../../../emulator/services/iam/operations/putRolePolicy.ts";
import { createFunction } from "../../../../emulator/services/lambda/operations/createFunction.ts";
import { invoke } from "../../../../emulator/services/lambda/operations/invoke.ts";
import { services } from "../../../../emulator/services/services.ts";
import { trustLambda, zipOf } from "./functions.ts";

/** Stands for CloudWatch Logs: keeps what is called. */
function logsService(calls: unknown[][], made: Set<string>): Service {
  const named = (name: string, run: () => void): Operation<unknown, object> => ({
    service: "logs",
    name,
    documentation: "",
    readOnly: false,
    access: ({ accountId }) => [{ action: `logs:${name}`, resource: { arn: "*", accountId, policyIsRequired: false } }],
    run: ({ caller }, input) => {
      calls.push([name, caller.arn, input]);
      run();
      return {};
    },
  });
  const needs = (what: string) => () => {
    if (!made.has(what)) throw new AwsError("ResourceNotFoundException", `There is no ${what}.`);
  };
  const create = (what: string, needed?: () => void) => () => {
    needed?.();
    made.add(what);
  };
  return {
    name: "logs",
    eventSource: "logs.amazonaws.com",
    errorCodes: jsonErrorCodes,
    operations: [
      named("CreateLogGroup", create("group")),
      named("CreateLogStream", create("stream", needs("group"))),
      named("PutLogEvents", needs("stream")),
    ],
  };
}

describe("The log of a function", () => {
  const rights = [
    { may: "logs:*", calls: ["PutLogEvents", "CreateLogStream", "CreateLogGroup", "CreateLogStream", "PutLogEvents"] },
    { may: "kms:*", calls: [] },
  ];
  for (const { may, calls: expected } of rights) {
    it(`is written as the execution role, which may ${may}: ${expected.length} calls`, async () => {
      const instance = new Instance("test");
      const calls: unknown[][] = [];
      const others = services.filter(({ name }) => name !== "logs");
      const dispatcher = new Dispatcher(instance, new Registry([...others, logsService(calls, new Set())]));
      const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
      const caller = rootUser("000000000000");
      const call = { caller, region: "us-east-1", requestId: "1", wireRequestId: "1", origin };
      const role = { RoleName: "runner", AssumeRolePolicyDocument: trustLambda };
      const { Role } = await dispatcher.invoke(createRole, role, call);
      const PolicyDocument = JSON.stringify({ Statement: { Effect: "Allow", Action: may, Resource: "*" } });
      await dispatcher.invoke(putRolePolicy, { RoleName: "runner", PolicyName: "test", PolicyDocument }, call);
      const ZipFile = zipOf({ "index.js": "exports.handler = async () => console.log('hello');" });
      const made = { Runtime: "nodejs20.x", Handler: "index.handler", Role: Role.Arn ?? "" } as const;
      await dispatcher.invoke(createFunction, { FunctionName: "f", Code: { ZipFile }, ...made }, call);
      const { StatusCode } = await dispatcher.invoke(invoke, { FunctionName: "f" }, call);
      await instance.close();
      expect(StatusCode).to.equal(200);
      expect(calls.map(([name]) => name)).to.deep.equal(expected);
      for (const [, arn] of calls) expect(arn).to.equal("arn:aws:sts::000000000000:assumed-role/runner/f");
      const [, , last = {}] = calls.at(-1) ?? [];
      if (expected.length > 0) {
        expect(JSON.stringify(last)).to.match(
          /"logGroupName":"\/aws\/lambda\/f","logStreamName":"\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}","logEvents":\[\{"timestamp":\d+,"message":"START RequestId: 1 Version: \$LATEST\\n"\},.*hello\\n/,
        );
      }
    });
  }
});
