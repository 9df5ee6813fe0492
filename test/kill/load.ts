import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { CreateUserCommand, GetUserCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateKeyCommand, DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

/** What must hold after a restart: rejects, or throws, if it does not. */
export type Promised = (clients: LoadClients) => Promise<void>;

export type LoadClients = ReturnType<typeof loadClients>;

/** Clients of the root user, who never try again. */
export function loadClients(endpoint: string) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const options = { endpoint, region: "us-east-1", credentials, maxAttempts: 1 };
  return {
    dynamoDb: new DynamoDBClient(options),
    iam: new IAMClient(options),
    kms: new KMSClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
    secretsManager: new SecretsManagerClient(options),
  };
}

export const tables = ["letters", "copies"] as const;
export const bucket = "kept-objects";

/** A write: the name of what it makes is new. Resolves, once it is acknowledged, to what is promised with that. */
type Write = (clients: LoadClients, name: string) => Promise<Promised>;

/** One of each kind of state. */
const writes: readonly Write[] = [
  async ({ dynamoDb }, id) => {
    await dynamoDb.send(new PutItemCommand({ TableName: tables[0], Item: { id: { S: id } } }));
    return async (clients) => check(await hasItem(clients, tables[0], id), `the item ${id}`);
  },
  async ({ iam }, UserName) => {
    const { User } = await iam.send(new CreateUserCommand({ UserName }));
    return async (clients) => {
      const found = await clients.iam.send(new GetUserCommand({ UserName }));
      check(found.User?.UserId === User?.UserId, `the id of the user ${UserName}`);
    };
  },
  async ({ kms }, name) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const Plaintext = Buffer.from(name);
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext }));
    return async (clients) => {
      const found = await clients.kms.send(new DecryptCommand({ CiphertextBlob }));
      check(Plaintext.equals(found.Plaintext ?? new Uint8Array()), `the ciphertext of ${name}`);
    };
  },
  async ({ s3 }, Key) => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key }));
    return async (clients) => {
      const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      check((await Body?.transformToString()) === Key, `the object ${Key}`);
    };
  },
  async ({ secretsManager }, Name) => {
    await secretsManager.send(new CreateSecretCommand({ Name, SecretString: Name }));
    return async (clients) => {
      const found = await clients.secretsManager.send(new GetSecretValueCommand({ SecretId: Name }));
      check(found.SecretString === Name, `the secret ${Name}`);
    };
  },
];

/** What a worker has done until the server was gone. */
export interface Done {
  readonly promised: readonly Promised[];
}

/**
 * Writes one thing after another until the server is gone. Every other write is a transaction of two items: whether or not it
 * was acknowledged, both are there or neither.
 */
export async function work(clients: LoadClients, worker: string): Promise<Done> {
  const promised: Promised[] = [];
  for (let number = 0; ; number++) {
    const name = `${worker}-${number}`;
    const write = writes[number % writes.length];
    promised.push(async (later) => check(await isWhole(later, `${name}-both`), `the transaction ${name}, as a whole,`));
    try {
      if (write) promised.push(await write(clients, name));
      await writeBoth(clients, `${name}-both`);
    } catch (error) {
      if (isGone(error)) return { promised };
      throw error;
    }
    promised.push(async (later) => check(await hasItem(later, tables[1], `${name}-both`), `the transaction ${name}`));
  }
}

async function writeBoth({ dynamoDb }: LoadClients, id: string): Promise<void> {
  const TransactItems = tables.map((TableName) => ({ Put: { TableName, Item: { id: { S: id } } } }));
  await dynamoDb.send(new TransactWriteItemsCommand({ TransactItems }));
}

async function isWhole(clients: LoadClients, id: string): Promise<boolean> {
  return (await hasItem(clients, tables[0], id)) === (await hasItem(clients, tables[1], id));
}

async function hasItem({ dynamoDb }: LoadClients, TableName: string, id: string): Promise<boolean> {
  return (await dynamoDb.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item?.id?.S === id;
}

/** No answer: the connection broke, or nobody listens any more. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "code" in error && ["ECONNRESET", "ECONNREFUSED", "EPIPE"].includes(String(error.code));
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`After the restart ${what} is not there as it was acknowledged.`);
}
