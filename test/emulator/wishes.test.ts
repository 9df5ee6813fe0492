import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutUserPolicyCommand } from "@aws-sdk/client-iam";
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from "@aws-sdk/client-kms";
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
  type TestStatement,
} from "../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../support/signedRequest.ts";

/**
 * What users of local AWS servers have asked for again and again in public issues, one test each: the number of the first
 * issue stands behind its name.
 */
describe("what users of local AWS servers ask for", () => {
  let emulator: Emulator;
  beforeEach(async () => (emulator = await startTestEmulator()));
  afterEach(() => emulator.stop());

  const account = "000000000000";
  const allow = (Action: string | string[], Resource = "*", Condition?: object): TestStatement => ({
    Effect: "Allow",
    Action,
    Resource,
    Condition,
  });
  const root = () => clientsFor(emulator);
  const key = async (policy?: object) => {
    const Policy = policy && JSON.stringify({ Version: "2012-10-17", Statement: policy });
    const command = new CreateKeyCommand({ Policy, BypassPolicyLockoutSafetyCheck: true });
    return (await root().kms.send(command)).KeyMetadata?.Arn ?? "";
  };
  const encrypted = async (KeyId: string, EncryptionContext?: Record<string, string>) => {
    const { CiphertextBlob } = await root().kms.send(
      new EncryptCommand({ KeyId, Plaintext: Buffer.from("secret"), EncryptionContext }),
    );
    return CiphertextBlob ?? new Uint8Array();
  };
  const everybodyElse = (name: string) => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:user/${name}` },
    Action: "kms:*",
    Resource: "*",
  });
  const table = {
    TableName: "people",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" as const }],
    BillingMode: "PAY_PER_REQUEST" as const,
  };

  describe("IAM that is really enforced (localstack #7183, moto #6514)", () => {
    it("denies a user without policies, and obeys Resource and Condition", async () => {
      const [mine, other] = [await key(), await key()];
      const statement = allow("kms:Encrypt", mine, { StringEquals: { "kms:EncryptionContext:team": "red" } });
      const nobody = await createUser(emulator, "Nobody");
      const somebody = await createUser(emulator, "Somebody", [statement]);
      const encrypt = (who: typeof nobody, KeyId: string, team: string) =>
        who.clients.kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x"), EncryptionContext: { team } }));
      await encrypt(somebody, mine, "red");
      for (const call of [
        encrypt(nobody, mine, "red"),
        encrypt(somebody, other, "red"),
        encrypt(somebody, mine, "blue"),
      ]) {
        expect((await refusalOf(call)).message).to.match(
          /because no identity-based policy allows the kms:Encrypt action$/,
        );
      }
    });

    it("is loud where it lacks something", async () => {
      const answer = await send(emulator, jsonCall("kms", "TrentService.CreateCustomKeyStore", "{}"));
      expect(jsonOf(answer)).to.deep.equal({
        __type: "UnknownOperationException",
        message: "The embedded AWS does not have the operation kms:CreateCustomKeyStore yet.",
      });
    });
  });

  it("a local AWS without account, token or container (civiform #13661)", async () => {
    // This very process is the AWS: nothing was signed up for, downloaded or started beside it.
    expect((await root().kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
  });

  describe("KMS decisions as in AWS", () => {
    it("an identity policy that names an alias does not open the key; a condition on the alias does (localstack #7540)", async () => {
      const KeyId = await key();
      await root().kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: KeyId }));
      const byArn = await createUser(emulator, "ByArn", [
        allow("kms:Encrypt", `arn:aws:kms:us-east-1:${account}:alias/mine`),
      ]);
      const named = { StringEquals: { "kms:RequestAlias": "alias/mine" } };
      const byCondition = await createUser(emulator, "ByCondition", [allow("kms:Encrypt", "*", named)]);
      const encrypt = { KeyId: "alias/mine", Plaintext: Buffer.from("x") };
      expect((await refusalOf(byArn.clients.kms.send(new EncryptCommand(encrypt)))).code).to.equal(
        "AccessDeniedException",
      );
      await byCondition.clients.kms.send(new EncryptCommand(encrypt));
    });

    it("Decrypt without KeyId is allowed by a policy on the key of the ciphertext (ministack #1505)", async () => {
      const [mine, other] = [await key(), await key()];
      const alice = await createUser(emulator, "Alice", [allow("kms:Decrypt", mine)]);
      const { Plaintext = [] } = await alice.clients.kms.send(
        new DecryptCommand({ CiphertextBlob: await encrypted(mine) }),
      );
      expect(Buffer.from(Plaintext).toString()).to.equal("secret");
      const refusal = await refusalOf(
        alice.clients.kms.send(new DecryptCommand({ CiphertextBlob: await encrypted(other) })),
      );
      expect(refusal.code).to.equal("AccessDeniedException");
    });

    it("the key policy must allow as well as IAM (yulin #204), and PutKeyPolicy counts at once (local-kms #12)", async () => {
      const alice = await createUser(emulator, "Alice", [allow("kms:*")]);
      const bob = await createUser(emulator, "Bob");
      const KeyId = await key([everybodyElse("Bob")]);
      const encrypt = () => alice.clients.kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x") }));
      expect((await refusalOf(encrypt())).message).to.include("no resource-based policy allows");
      const Policy = JSON.stringify({ Statement: [everybodyElse("Bob"), everybodyElse("Alice")] });
      await bob.clients.kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
      await encrypt();
    });

    it("a wrong key id is refused (moto #9907), and so is a wrong encryption context (localstack #8505)", async () => {
      const [mine, other] = [await key(), await key()];
      const CiphertextBlob = await encrypted(mine, { team: "red" });
      const decrypt = (input: object) => root().kms.send(new DecryptCommand({ CiphertextBlob, ...input }));
      await decrypt({ EncryptionContext: { team: "red" } });
      expect((await refusalOf(decrypt({ KeyId: other, EncryptionContext: { team: "red" } }))).code).to.equal(
        "IncorrectKeyException",
      );
      expect((await refusalOf(decrypt({ EncryptionContext: { team: "blue" } }))).code).to.equal(
        "InvalidCiphertextException",
      );
    });
  });

  it("grants that authorise (local-kms #31)", async () => {
    const bob = await createUser(emulator, "Bob");
    const alice = await createUser(emulator, "Alice");
    const KeyId = await key([everybodyElse("Bob")]);
    const CiphertextBlob = (await bob.clients.kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x") })))
      .CiphertextBlob;
    const decrypt = () => alice.clients.kms.send(new DecryptCommand({ CiphertextBlob }));
    await refusalOf(decrypt());
    await bob.clients.kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: alice.arn, Operations: ["Decrypt"] }));
    await decrypt();
    const encrypt = alice.clients.kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x") }));
    expect((await refusalOf(encrypt)).code).to.equal("AccessDeniedException");
  });

  describe("KMS asked by the services (floci #1922, localstack #7782)", () => {
    it("a table and a secret under a key are closed to whoever may not use the key, and to all once it is disabled", async () => {
      const KeyId = await key();
      const services = allow(["dynamodb:*", "secretsmanager:*"]);
      const alice = await createUser(emulator, "Alice", [services]);
      const bob = await createUser(emulator, "Bob", [services, allow("kms:Decrypt", KeyId)]);
      const { dynamoDb, secretsManager, kms } = root();
      const SSESpecification = { Enabled: true, SSEType: "KMS" as const, KMSMasterKeyId: KeyId };
      await dynamoDb.send(new CreateTableCommand({ ...table, SSESpecification }));
      await dynamoDb.send(new PutItemCommand({ TableName: "people", Item: { id: { S: "1" } } }));
      await secretsManager.send(new CreateSecretCommand({ Name: "s", SecretString: "x", KmsKeyId: KeyId }));
      const item = ({ clients }: typeof alice) =>
        clients.dynamoDb.send(new GetItemCommand({ TableName: "people", Key: { id: { S: "1" } } }));
      const secret = ({ clients }: typeof alice) =>
        clients.secretsManager.send(new GetSecretValueCommand({ SecretId: "s" }));
      expect((await refusalOf(item(alice))).message).to.match(/^KMS key access denied error: .*kms:Decrypt/);
      expect((await refusalOf(secret(alice))).message).to.equal("Access to KMS is not allowed");
      await item(bob);
      await secret(bob);
      await kms.send(new DisableKeyCommand({ KeyId }));
      expect((await refusalOf(secret(bob))).code).to.equal("DecryptionFailure");
      const carol = await createUser(emulator, "Carol", [services, allow("kms:Decrypt", KeyId)]);
      expect((await refusalOf(item(carol))).message).to.include("is disabled.");
    });

    it("a key that does not exist is refused (localstack #7177)", async () => {
      const KMSMasterKeyId = `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000`;
      const SSESpecification = { Enabled: true, SSEType: "KMS" as const, KMSMasterKeyId };
      const { dynamoDb } = root();
      const refusal = await refusalOf(dynamoDb.send(new CreateTableCommand({ ...table, SSESpecification })));
      expect(refusal.message).to.match(/^KMS validation error: .*NotFoundException: Key '.*' does not exist/);
    });

    it("kms:ViaService holds (yulin #226)", async () => {
      const KeyId = await key();
      const viaDynamoDb = { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } };
      const alice = await createUser(emulator, "Alice", [
        allow("dynamodb:*"),
        allow("kms:Decrypt", KeyId, viaDynamoDb),
      ]);
      const { dynamoDb } = root();
      const SSESpecification = { Enabled: true, SSEType: "KMS" as const, KMSMasterKeyId: KeyId };
      await dynamoDb.send(new CreateTableCommand({ ...table, SSESpecification }));
      await alice.clients.dynamoDb.send(new GetItemCommand({ TableName: "people", Key: { id: { S: "1" } } }));
      const direct = alice.clients.kms.send(new DecryptCommand({ CiphertextBlob: await encrypted(KeyId) }));
      expect((await refusalOf(direct)).code).to.equal("AccessDeniedException");
    });
  });

  it("across accounts, both sides must allow (yulin PR #193)", async () => {
    const other = "444455556666";
    const carol = await createUser(emulator, "Carol", [], other);
    const delegation = (id: string) => ({ Effect: "Allow", Principal: { AWS: id }, Action: "kms:*", Resource: "*" });
    const [closed, open] = [await key([delegation(account)]), await key([delegation(account), delegation(other)])];
    const decrypt = async (KeyId: string) =>
      carol.clients.kms.send(new DecryptCommand({ CiphertextBlob: await encrypted(KeyId), KeyId }));
    expect((await refusalOf(decrypt(open))).message).to.include("no identity-based policy allows");
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [allow("kms:Decrypt")] });
    const { iam } = clientsFor(emulator, rootOf(other));
    await iam.send(new PutUserPolicyCommand({ UserName: "Carol", PolicyName: "keys", PolicyDocument }));
    await decrypt(open);
    expect((await refusalOf(decrypt(closed))).code).to.equal("AccessDeniedException");
  });

  it("CloudTrail that tells what happened, with parameters (ministack #486, localstack #9346)", async () => {
    const KeyId = await key();
    await encrypted(KeyId, { team: "red" });
    const { Events = [] } = await root().cloudTrail.send(
      new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "Encrypt" }] }),
    );
    const told = Events.map(({ CloudTrailEvent = "" }): unknown => JSON.parse(CloudTrailEvent));
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.deep.include({
      eventName: "Encrypt",
      requestParameters: { keyId: KeyId, encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: { team: "red" } },
      readOnly: true,
    });
  });

  it("a clean state for each test (moto #5608): every instance is a world of its own", async () => {
    await key();
    const another = await startTestEmulator();
    try {
      expect((await clientsFor(another).kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
      expect((await root().kms.send(new ListKeysCommand({}))).Keys).to.have.lengthOf(1);
    } finally {
      await another.stop();
    }
  });
});
