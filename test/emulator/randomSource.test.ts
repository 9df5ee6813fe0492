import { expect } from "chai";
import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateRoleCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import {
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateRandomCommand,
} from "@aws-sdk/client-kms";
import { GetRandomPasswordCommand, CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { RandomSource } from "../../emulator/randomSource.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../support/emulator.ts";

const roleArn = "arn:aws:iam::000000000000:role/reader";
const Plaintext = Buffer.from("plain words");
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::000000000000:root" } }],
};

type Call = (clients: Clients, KeyId: string) => Promise<unknown>;

const lasting: Record<string, Call> = {
  "the id and the material of a key": ({ kms }) => kms.send(new CreateKeyCommand({})),
  "a key pair": ({ kms }) => kms.send(new CreateKeyCommand({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" })),
  "the id of a grant": ({ kms }, KeyId) =>
    kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: roleArn, Operations: ["Decrypt"] })),
  "the id of a user": ({ iam }) => iam.send(new CreateUserCommand({ UserName: "bertha" })),
  "the end of a secret's ARN": ({ secretsManager }, KmsKeyId) =>
    secretsManager.send(new CreateSecretCommand({ Name: "password", SecretString: "open", KmsKeyId })),
};

const fleeting: Record<string, Call> = {
  "nonces of ciphertexts": ({ kms }, KeyId) => kms.send(new EncryptCommand({ KeyId, Plaintext })),
  "data keys": ({ kms }, KeyId) => kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256" })),
  "pairs of data keys": ({ kms }, KeyId) =>
    kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: "ECC_NIST_P256" })),
  "random bytes": ({ kms }) => kms.send(new GenerateRandomCommand({ NumberOfBytes: 8 })),
  "random passwords": ({ secretsManager }) => secretsManager.send(new GetRandomPasswordCommand({})),
  "nonces of items": ({ dynamoDb }) =>
    dynamoDb.send(new PutItemCommand({ TableName: "orders", Item: { id: { S: "1" } } })),
  "ids of requests and events": ({ sts }) => sts.send(new GetCallerIdentityCommand({})),
};

describe("the random source of an instance", () => {
  let emulator: Emulator;
  let keyId: string;

  before(async () => {
    emulator = await startTestEmulator();
    const { dynamoDb, iam, kms } = clientsFor(emulator);
    keyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? "";
    await iam.send(new CreateRoleCommand({ RoleName: "reader", AssumeRolePolicyDocument: JSON.stringify(trust) }));
    const keys = { AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }] };
    const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
    await dynamoDb.send(
      new CreateTableCommand({ ...keys, TableName: "orders", KeySchema, BillingMode: "PAY_PER_REQUEST" }),
    );
  });

  after(() => emulator.stop());

  async function drawsOf(clients: Clients, call: Call): Promise<number> {
    const before = emulator.instance.random.draws;
    await call(clients, keyId);
    return emulator.instance.random.draws - before;
  }

  for (const [what, call] of Object.entries(lasting)) {
    it(`counts ${what}, which later calls depend on`, async () => {
      expect(await drawsOf(clientsFor(emulator), call)).to.be.above(0);
    });
  }

  for (const [what, call] of Object.entries(fleeting)) {
    it(`does not count ${what}, which nothing depends on`, async () => {
      expect(await drawsOf(clientsFor(emulator), call)).to.equal(0);
    });
  }

  it("counts the credentials of a session, although the call that makes them only reads", async () => {
    const allowed = { Effect: "Allow", Action: "sts:AssumeRole", Resource: roleArn } as const;
    const { clients } = await createUser(emulator, "visitor", [allowed]);
    const call: Call = ({ sts }) => sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: "visit" }));
    expect(await drawsOf(clients, call)).to.be.above(0);
  });

  it("counts the AWS managed key that the first use makes, and not the next use", async () => {
    const call: Call = ({ kms }) => kms.send(new DescribeKeyCommand({ KeyId: "alias/aws/dynamodb" }));
    expect(await drawsOf(clientsFor(emulator), call)).to.be.above(0);
    expect(await drawsOf(clientsFor(emulator), call)).to.equal(0);
  });

  it("counts nothing for a call that is denied, and nothing for reading a ciphertext", async () => {
    const { clients } = await createUser(emulator, "stranger");
    const denied: Call = ({ kms }) => refusalOf(kms.send(new CreateKeyCommand({})));
    expect(await drawsOf(clients, denied)).to.equal(0);
    const { CiphertextBlob } = await clientsFor(emulator).kms.send(new EncryptCommand({ KeyId: keyId, Plaintext }));
    const decrypted: Call = ({ kms }) => kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(await drawsOf(clientsFor(emulator), decrypted)).to.equal(0);
  });

  it("draws fleeting values from one source, which counts its own", () => {
    const random = new RandomSource();
    random.fleeting.bytes(4);
    random.fleeting.uuid();
    random.uuid();
    expect([random.draws, random.fleeting.draws]).to.deep.equal([1, 2]);
  });
});
