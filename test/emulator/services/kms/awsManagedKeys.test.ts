import {
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UpdateAliasCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { decrypt } from "../../../../emulator/services/kms/operations/decrypt.ts";
import { describeKey } from "../../../../emulator/services/kms/operations/describeKey.ts";
import { generateDataKey } from "../../../../emulator/services/kms/operations/generateDataKey.ts";
import { callAsService, callVia } from "../../../support/callAs.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount } from "./keys.ts";

const administrator = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;

describe("AWS managed keys", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  async function idOf(alias: string): Promise<string> {
    const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: alias }));
    return KeyMetadata?.KeyId ?? "";
  }

  it("come into being on first use, once", async () => {
    expect((await root.kms.send(new ListAliasesCommand({}))).Aliases).to.deep.equal([]);
    const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: "alias/aws/dynamodb" }));
    expect(KeyMetadata).to.include({
      KeyManager: "AWS",
      KeyState: "Enabled",
      Description: "Default key that protects my DynamoDB data when no other key is defined",
    });
    expect(await idOf("alias/aws/dynamodb")).to.equal(KeyMetadata?.KeyId);
    const { Aliases = [] } = await root.kms.send(new ListAliasesCommand({}));
    expect(Aliases.map(({ AliasName, TargetKeyId }) => ({ AliasName, TargetKeyId }))).to.deep.equal([
      { AliasName: "alias/aws/dynamodb", TargetKeyId: KeyMetadata?.KeyId },
    ]);
  });

  it("do not exist for services that are unknown here", async () => {
    expect(await refusalOf(idOf("alias/aws/rds"))).to.deep.equal({
      code: "NotFoundException",
      message: "Alias arn:aws:kms:us-east-1:000000000000:alias/aws/rds is not found.",
      status: 400,
    });
  });

  for (const { service, id, via = service } of [
    { service: "dynamodb", id: "auto-dynamodb-1" },
    { service: "secretsmanager", id: "auto-secretsmanager-2" },
    { service: "s3", id: "auto-s3-2" },
    { service: "ebs", id: "auto-ebs-2", via: "ec2" },
    { service: "lambda", id: "auto-awslambda" },
  ]) {
    it(`have AWS's key policy: ${id}`, async () => {
      const keyId = await idOf(`alias/aws/${service}`);
      const { Policy = "" } = await root.kms.send(new GetKeyPolicyCommand({ KeyId: keyId }));
      const policy: unknown = JSON.parse(Policy);
      expect(policy).to.include({ Version: "2012-10-17", Id: id });
      expect(Policy).to.contain(`"kms:ViaService":"${via}.us-east-1.amazonaws.com"`);
      expect(Policy).to.contain('"kms:CallerAccount":"000000000000"');
    });

    it(`can be used through ${via} by everybody in the account, and not directly`, async () => {
      const user = await createUser(emulator, "user");
      const keyId = `alias/aws/${service}`;
      const caller = {
        kind: "user",
        accountId: "000000000000",
        arn: user.arn,
        principalId: user.id,
        userName: user.name,
        tags: new Map<string, string>(),
      } as const;
      const input = { KeyId: keyId, KeySpec: "AES_256" } as const;
      const { CiphertextBlob } = await callVia(emulator, via, generateDataKey, input, caller);
      await callVia(emulator, via, decrypt, { CiphertextBlob }, caller);
      const direct = [
        callVia(emulator, "sqs", generateDataKey, input, caller),
        callVia(emulator, "sqs", decrypt, { CiphertextBlob }, caller),
      ];
      for (const call of direct) expect((await refusalOf(call)).message).to.contain("no resource-based policy allows");
      const encrypt = new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from("x") });
      expect((await refusalOf(root.kms.send(encrypt))).message).to.contain("no resource-based policy allows");
    });
  }

  it("let their service see them", async () => {
    const { KeyMetadata } = await callAsService(emulator, "dynamodb", describeKey, { KeyId: "alias/aws/dynamodb" });
    expect(KeyMetadata?.KeyManager).to.equal("AWS");
  });

  it("rotate every year", async () => {
    const status = await root.kms.send(new GetKeyRotationStatusCommand({ KeyId: await idOf("alias/aws/dynamodb") }));
    expect(status).to.include({ KeyRotationEnabled: true, RotationPeriodInDays: 365 });
  });

  it("cannot be changed by anybody, neither by an administrator nor by root", async () => {
    const admin = await createUser(emulator, "admin", administrator);
    const KeyId = await idOf("alias/aws/dynamodb");
    const grantee = "arn:aws:iam::000000000000:root";
    for (const { kms } of [admin.clients, root]) {
      const attempts = {
        "kms:DisableKey": () => kms.send(new DisableKeyCommand({ KeyId })),
        "kms:ScheduleKeyDeletion": () => kms.send(new ScheduleKeyDeletionCommand({ KeyId })),
        "kms:TagResource": () => kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: "a", TagValue: "b" }] })),
        "kms:PutKeyPolicy": () => kms.send(new PutKeyPolicyCommand({ KeyId, Policy: keyPolicy(toAccount()) })),
        "kms:CreateAlias": () => kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: KeyId })),
        "kms:CreateGrant": () =>
          kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: grantee, Operations: ["Decrypt"] })),
      };
      for (const [action, attempt] of Object.entries(attempts)) {
        const refusal = await refusalOf(attempt());
        expect(refusal.code, action).to.equal("AccessDeniedException");
        expect(refusal.message, action).to.match(
          new RegExp(`${action} on resource: .*no resource-based policy allows`),
        );
      }
      await kms.send(new ListGrantsCommand({ KeyId }));
    }
  });

  it("keep their aliases to themselves", async () => {
    const { id } = await makeKey(root);
    await idOf("alias/aws/dynamodb");
    const attempts = [
      () => root.kms.send(new CreateAliasCommand({ AliasName: "alias/aws/mine", TargetKeyId: id })),
      () => root.kms.send(new UpdateAliasCommand({ AliasName: "alias/aws/dynamodb", TargetKeyId: id })),
      () => root.kms.send(new DeleteAliasCommand({ AliasName: "alias/aws/dynamodb" })),
    ];
    for (const attempt of attempts) expect((await refusalOf(attempt())).code).to.equal("NotAuthorizedException");
  });
});
