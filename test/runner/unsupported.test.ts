import { KMSClient, CreateKeyCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { IAMClient, ListUsersCommand } from "@aws-sdk/client-iam";
import { S3Client, ListBucketsCommand } from "@aws-sdk/client-s3";
import { expect } from "chai";
import { EngineError } from "../../runner/engineError.ts";
import { isLacking, unlessLacking } from "../../runner/isLacking.ts";
import { unsupportedAttempt, unsupportedDeployment, type FailedCall } from "../../runner/unsupported.ts";
import { openGateway } from "../support/gateway.ts";

const page = "<!doctype html><title>500 Internal Server Error</title>";
const json = "application/x-amz-json-1.1";

/** Answers, as servers give them: who is asked, what it answers, and whether the operation is not there. */
const answers = [
  ["kms", 400, json, '{"__type":"UnknownOperationException"}', true],
  ["kms", 501, json, '{"__type":"InternalFailure","message":"not yet implemented"}', true],
  ["kms", 500, "text/html", page, true],
  ["kms", 404, "text/html", page, true],
  ["kms", 400, json, '{"__type":"AccessDeniedException","message":"no"}', false],
  ["kms", 400, json, '{"__type":"UnsupportedOperationException","message":"not with this key"}', false],
  ["kms", 400, json, '{"__type":"NotFoundException","message":"no such key"}', false],
  ["kms", 500, json, '{"__type":"KMSInternalException","message":"sorry"}', false],
  ["iam", 400, "text/xml", "<ErrorResponse><Error><Code>InvalidAction</Code></Error></ErrorResponse>", true],
  ["iam", 500, "text/html", page, true],
  ["iam", 500, "text/html", page.replace("<title>", "<html lang=en><title>"), true],
  ["iam", 403, "text/xml", "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>", false],
  ["kms", 403, "text/xml", page, false],
  ["kms", 503, "text/html", page, false],
  ["s3", 403, "application/xml", "", false],
  ["s3", 501, "application/xml", "<Error><Code>NotImplemented</Code></Error>", true],
  ["s3", 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>", false],
] as const;

/** What a promise is rejected with. Fails if it is not, so that no test passes for want of an error. */
async function errorOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** What the AWS SDK throws at an answer. */
async function errorAt(service: "kms" | "iam" | "s3", status: number, type: string, text: string): Promise<Error> {
  const gateway = await openGateway("http://127.0.0.1:9", () => ({ status, type, text }));
  const options = { endpoint: gateway.url, region: "us-east-1", credentials, maxAttempts: 1 };
  const ask = {
    kms: () => new KMSClient(options).send(new ListKeysCommand({})),
    iam: () => new IAMClient(options).send(new ListUsersCommand({})),
    s3: () => new S3Client({ ...options, forcePathStyle: true }).send(new ListBucketsCommand({})),
  }[service];
  try {
    return await errorOf(ask());
  } finally {
    await gateway.stop();
  }
}

describe("an answer of an endpoint", () => {
  for (const [service, status, type, text, expected] of answers) {
    it(`says ${expected ? "that there is no such operation" : "something else"}: ${service} ${status} ${text}`, async () => {
      expect(isLacking(await errorAt(service, status, type, text))).to.equal(expected);
    });
  }

  it("that does not come says nothing", async () => {
    const kms = new KMSClient({ endpoint: "http://127.0.0.1:9", region: "us-east-1", credentials, maxAttempts: 1 });
    expect(isLacking(await errorOf(kms.send(new CreateKeyCommand({}))))).to.equal(false);
  });

  it("makes a list empty only where there is no such operation", async () => {
    const unknown = await errorAt("kms", 400, json, '{"__type":"UnknownOperationException"}');
    const denied = await errorAt("kms", 400, json, '{"__type":"AccessDeniedException"}');
    expect(await unlessLacking(Promise.reject(unknown))).to.deep.equal([]);
    expect(await errorOf(unlessLacking(Promise.reject(denied)))).to.equal(denied);
  });
});

describe("an access test at an endpoint", () => {
  const unknown = ["kms", 400, json, '{"__type":"UnknownOperationException"}'] as const;

  it("is unsupported there when the endpoint does not have the operation, in one line", async () => {
    const told = unsupportedAttempt("kms:ListKeys", await errorAt(...unknown));
    expect(told?.message).to.match(/^kms:ListKeys was answered with UnknownOperationException: \S+$/);
    const garbled = unsupportedAttempt("kms:ListKeys", await errorAt("kms", 500, "text/html", page));
    expect(garbled?.message).to.equal("kms:ListKeys was answered with HTTP 500, and not in AWS's form");
  });

  it("is not, where just that error is expected, and for a denial", async () => {
    expect(unsupportedAttempt("kms:ListKeys", await errorAt(...unknown), "UnknownOperationException")).to.equal(
      undefined,
    );
    const denied = await errorAt("kms", 400, json, '{"__type":"AccessDeniedException"}');
    expect(unsupportedAttempt("kms:ListKeys", denied)).to.equal(undefined);
  });
});

const unknownKey = { operation: "kms:CreateKey", code: "NotImplemented", message: "NotImplemented: no keys (1)" };
const garbledGrant = { operation: "kms:CreateGrant", code: "Error", message: "is it one?", garbledStatus: 500 };
const denied = { operation: "iam:CreateUser", code: "AccessDenied", message: "AccessDenied: no (2)" };
const throttled = { operation: "iam:CreateUser", code: "Throttling", message: "Throttling: later (3)" };
const late: FailedCall = { code: "EndpointError", message: "waited 20 s for the table in vain" };

/** What the engine says, which calls have failed, and what that means. */
const deployments: readonly (readonly [string, readonly string[], readonly FailedCall[], string | undefined])[] = [
  [
    "a missing operation",
    ["NotImplemented: no keys (1)"],
    [unknownKey],
    "kms:CreateKey was answered with NotImplemented: no keys (1)",
  ],
  [
    "an answer that is none",
    ["x: is it one?"],
    [garbledGrant],
    "kms:CreateGrant was answered with HTTP 500, and not in AWS's form",
  ],
  ["something that is never ready", [late.message], [late], late.message],
  [
    "the first of several",
    [late.message, unknownKey.message],
    [unknownKey, late],
    "kms:CreateKey was answered with NotImplemented: no keys (1)",
  ],
  ["a denial", [denied.message], [denied], undefined],
  ["a denial among others", [unknownKey.message, denied.message], [unknownKey, denied], undefined],
  ["a denial that is not in AWS's form", ["is it one?"], [{ ...garbledGrant, garbledStatus: 403 }], undefined],
  ["throttling", [throttled.message], [throttled], undefined],
  ["a mistake of ours", ["acl is not supported by the embedded provider"], [], undefined],
  ["a mistake of ours among others", ["Error: boom", unknownKey.message], [unknownKey], undefined],
  ["a call that failed and was not the reason", ["Error: boom"], [unknownKey], undefined],
];

describe("a deployment at an endpoint", () => {
  for (const [what, problems, calls, expected] of deployments) {
    it(`is ${expected === undefined ? "broken" : "unsupported there"} by ${what}`, () => {
      const told = problems.map((message) => ({ message, resource: `aws:x/y:Y ${message}` }));
      const unsupported = unsupportedDeployment(new EngineError(told, {}), calls);
      expect(unsupported?.message).to.equal(expected);
    });
  }

  it("names the resource", () => {
    const problem = { message: unknownKey.message, resource: "aws:kms/key:Key key" };
    expect(unsupportedDeployment(new EngineError([problem], {}), [unknownKey])?.resource).to.equal(problem.resource);
  });
});
