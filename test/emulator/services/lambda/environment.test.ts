import { CreateRoleCommand, DeleteRoleCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  CreateKeyCommand,
  DisableKeyCommand,
  ListGrantsCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { functionOf, invoked, makeRole, trustLambda } from "./functions.ts";

const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const code = "exports.handler = async () => process.env.COLOUR;";

describe("Environment variables of a function", () => {
  let emulator: Emulator;
  let root: Clients;
  let role: string;
  let keyArn: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    role = await makeRole(root);
    const { KeyMetadata } = await root.kms.send(new CreateKeyCommand({}));
    keyArn = KeyMetadata?.Arn ?? "";
  });
  afterEach(() => emulator.stop());

  const variables = { Environment: { Variables: { COLOUR: "red" } } };
  const underKey = () => ({ ...variables, KMSKeyArn: keyArn });
  const create = (by: Clients, settings = underKey()) => by.lambda.send(functionOf(role, code, settings));
  const mayCreate = { Effect: "Allow", Action: ["lambda:*", "iam:PassRole"], Resource: "*" } as const;
  const grants = async () => (await root.kms.send(new ListGrantsCommand({ KeyId: keyArn }))).Grants ?? [];

  function user(name: string, ...actions: string[]): Promise<TestUser> {
    const kms = actions.map((Action) => ({ Effect: "Allow" as const, Action, Resource: keyArn }));
    return createUser(emulator, name, [mayCreate, ...kms]);
  }

  it("are decrypted by a grant for the execution role, which needs no permission of its own", async () => {
    const { clients } = await user("maker", "kms:Encrypt", "kms:CreateGrant");
    await create(clients);
    expect((await invoked(clients.lambda)).payload).to.equal("red");
    const [grant, ...others] = await grants();
    expect(others).to.deep.equal([]);
    expect(grant).to.deep.include({
      GranteePrincipal: "arn:aws:sts::000000000000:assumed-role/runner/f",
      Operations: ["Decrypt", "RetireGrant"],
      Constraints: { EncryptionContextEquals: { "aws:lambda:FunctionArn": functionArn } },
    });
  });

  const missing: readonly { readonly has: string[]; readonly lacks: string; readonly task: string }[] = [
    { has: ["kms:CreateGrant"], lacks: "kms:Encrypt", task: "encrypt" },
    { has: ["kms:Encrypt"], lacks: "kms:CreateGrant", task: "configure access to" },
  ];
  for (const { has, lacks, task } of missing) {
    it(`need ${lacks} of whoever makes the function`, async () => {
      const { clients, arn } = await user("maker", ...has);
      const { code: error, message, status } = await refusalOf(create(clients));
      expect({ error, status }).to.deep.equal({ error: "InvalidParameterValueException", status: 400 });
      expect(message).to.match(
        new RegExp(
          `^Lambda was unable to ${task} your environment variables because the KMS access was denied. Please check your KMS permissions. KMS Exception: AccessDeniedException KMS Message: User: ${arn} is not authorized to perform: ${lacks} on resource: ${keyArn} because no identity-based policy allows the ${lacks} action`,
        ),
      );
      expect((await refusalOf(root.lambda.send(new GetFunctionCommand({ FunctionName: "f" })))).status).to.equal(404);
      expect(await grants()).to.deep.equal([]);
    });
  }

  it("are shown to whoever may decrypt, and to others why not", async () => {
    await create(root);
    const reader = await user("reader");
    const decrypter = await user("decrypter", "kms:Decrypt");
    const shown = new GetFunctionConfigurationCommand({ FunctionName: "f" });
    expect((await decrypter.clients.lambda.send(shown)).Environment).to.deep.equal(variables.Environment);
    const { Environment } = await reader.clients.lambda.send(shown);
    expect(Environment?.Variables).to.equal(undefined);
    expect(Environment?.Error?.ErrorCode).to.equal("AccessDeniedException");
    expect(Environment?.Error?.Message).to.match(
      new RegExp(
        `^Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions. KMS Exception: AccessDeniedException KMS Message: User: ${reader.arn} is not authorized to perform: kms:Decrypt on resource: ${keyArn} `,
      ),
    );
  });

  const ends: readonly { readonly what: string; readonly error: string; readonly end: () => Promise<unknown> }[] = [
    {
      what: "once the grant is revoked",
      error: "KMSAccessDeniedException",
      end: async () => {
        const [grant] = await grants();
        await root.kms.send(new RevokeGrantCommand({ KeyId: keyArn, GrantId: grant?.GrantId }));
      },
    },
    {
      what: "once the role was made anew under its name",
      error: "KMSAccessDeniedException",
      end: async () => {
        const PolicyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
        await root.iam.send(new DetachRolePolicyCommand({ RoleName: "runner", PolicyArn }));
        await root.iam.send(new DeleteRoleCommand({ RoleName: "runner" }));
        await root.iam.send(new CreateRoleCommand({ RoleName: "runner", AssumeRolePolicyDocument: trustLambda }));
      },
    },
    {
      what: "while the key is disabled",
      error: "KMSDisabledException",
      end: () => root.kms.send(new DisableKeyCommand({ KeyId: keyArn })),
    },
    {
      what: "while the key is pending deletion",
      error: "KMSInvalidStateException",
      end: () => root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn })),
    },
    {
      what: "once the key is gone",
      error: "KMSAccessDeniedException",
      end: async () => {
        await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn, PendingWindowInDays: 7 }));
        emulator.instance.clock.advance(8 * 24 * 60 * 60 * 1000);
      },
    },
  ];
  for (const { what, error, end } of ends) {
    it(`cannot be had for a cold start ${what}`, async () => {
      await create(root);
      await end();
      const { code: found, status, message } = await refusalOf(invoked(root.lambda));
      expect({ found, status }).to.deep.equal({ found: error, status: 502 });
      expect(message).to.match(/^Lambda was unable to decrypt the environment variables because .*KMS Exception: /);
    });
  }

  it("stay in an environment that is warm when the key is disabled", async () => {
    await create(root);
    await invoked(root.lambda);
    await root.kms.send(new DisableKeyCommand({ KeyId: keyArn }));
    expect((await invoked(root.lambda)).payload).to.equal("red");
  });

  it("are under aws/lambda without a key, which nobody needs a permission for", async () => {
    const { clients } = await user("maker");
    await clients.lambda.send(functionOf(role, code, variables));
    expect((await invoked(clients.lambda)).payload).to.equal("red");
    const events = await root.cloudTrail.send(
      new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "Decrypt" }] }),
    );
    const event: unknown = JSON.parse(events.Events?.[0]?.CloudTrailEvent ?? "{}");
    expect(event).to.deep.include({
      requestParameters: {
        encryptionAlgorithm: "SYMMETRIC_DEFAULT",
        encryptionContext: { "aws:lambda:FunctionArn": functionArn },
      },
    });
  });

  it("get a grant for another role, and the old one is given back", async () => {
    await create(root);
    const [before] = await grants();
    const other = await makeRole(root, "other");
    await root.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: "f", Role: other }));
    const after = await grants();
    expect(after.map(({ GranteePrincipal }) => GranteePrincipal)).to.deep.equal([
      "arn:aws:sts::000000000000:assumed-role/other/f",
    ]);
    expect(after[0]?.GrantId).not.to.equal(before?.GrantId);
    expect((await invoked(root.lambda)).payload).to.equal("red");
  });

  it("are changed with the function, whose grant goes with it", async () => {
    await create(root);
    const change = { FunctionName: "f", Environment: { Variables: { COLOUR: "blue" } } };
    await root.lambda.send(new UpdateFunctionConfigurationCommand(change));
    expect((await invoked(root.lambda)).payload).to.equal("blue");
    expect(await grants()).to.have.lengthOf(1);
    await root.lambda.send(new DeleteFunctionCommand({ FunctionName: "f" }));
    expect(await grants()).to.deep.equal([]);
  });

  const refused = [
    { name: "AWS_REGION", value: "x", message: /reserved keys .* Reserved keys used in this request: AWS_REGION$/ },
    {
      name: "LONG",
      value: "x".repeat(4096),
      message: /exceeded the 4KB limit. String measured: \{"LONG":"x+","COLOUR":""\}$/,
    },
  ];
  for (const { name, value, message } of refused) {
    it(`may not be ${name} with ${value.length} characters`, async () => {
      const call = create(root, { ...underKey(), Environment: { Variables: { [name]: value, COLOUR: "" } } });
      const refusal = await refusalOf(call);
      expect(refusal.code).to.equal("InvalidParameterValueException");
      expect(refusal.message).to.match(message);
    });
  }
});
