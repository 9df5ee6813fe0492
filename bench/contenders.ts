import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, DecryptCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Credentials } from "../test/support/emulator.ts";
import { jsonCall, queryCall, type RawRequest } from "../test/support/signedRequest.ts";
import { KeepAliveClient } from "./keepAliveClient.ts";
import type { OtherServer } from "./otherServers.ts";
import { byHand, bySdk, type Timed } from "./timed.ts";

const region = "us-east-1";
const root: Credentials = { accessKeyId: "test", secretAccessKey: "test" };
const TableName = "bench";
const item = { id: { S: "1" }, text: { S: "x".repeat(200) } };
const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});

/** A server with one of everything, and the calls that are timed there, by their kind. */
export interface Contender {
  readonly name: string;
  readonly calls: Readonly<Record<string, Timed>>;
  readonly close: () => Promise<void>;
}

/** A server that has all of AWS's services that are measured: a user who may do everything, a key, a table and a secret under it. */
export async function whole(name: string, server: OtherServer): Promise<Contender> {
  const { url: endpoint } = server;
  const credentials = await makeAdministrator(endpoint);
  const options = { endpoint, region, credentials };
  const kms = new KMSClient(options);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? "";
  const encrypt = new EncryptCommand({ KeyId, Plaintext: Buffer.from("secret") });
  const { CiphertextBlob = new Uint8Array() } = await kms.send(encrypt);
  const decrypt = new DecryptCommand({ CiphertextBlob });
  const dynamodb = await makeTable(endpoint, credentials, KeyId);
  const secrets = new SecretsManagerClient(options);
  await secrets.send(new CreateSecretCommand({ Name: "bench", SecretString: "secret", KmsKeyId: KeyId }));
  secrets.destroy();
  const kmsCall = (operation: string, input: object) => {
    return { ...jsonCall("kms", `TrentService.${operation}`, JSON.stringify(input)), credentials };
  };
  const client = new KeepAliveClient(endpoint);
  const both = async () => [await kms.send(encrypt), await kms.send(decrypt)];
  return {
    name,
    calls: {
      ...itemCalls(client, dynamodb, credentials),
      "Encrypt and Decrypt": byHand(client, [
        kmsCall("Encrypt", { KeyId, Plaintext: "c2VjcmV0" }),
        kmsCall("Decrypt", { CiphertextBlob: Buffer.from(CiphertextBlob).toString("base64") }),
      ]),
      "Encrypt and Decrypt by the AWS SDK": bySdk(both),
      GetSecretValue: byHand(client, [
        { ...jsonCall("secretsmanager", "secretsmanager.GetSecretValue", '{"SecretId":"bench"}'), credentials },
      ]),
      GetCallerIdentity: byHand(client, [
        { ...queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15"), credentials },
      ]),
    },
    close: () => closeAll(server, client, dynamodb, kms),
  };
}

/** A server that has tables alone, and items in the clear. */
export async function tablesAlone(name: string, server: OtherServer): Promise<Contender> {
  const dynamodb = await makeTable(server.url, root);
  const client = new KeepAliveClient(server.url);
  return { name, calls: itemCalls(client, dynamodb, root), close: () => closeAll(server, client, dynamodb) };
}

/** Something with a bare GetItem alone, for the root user. */
export function oneItem(name: string, server: OtherServer): Contender {
  const client = new KeepAliveClient(server.url);
  return { name, calls: { GetItem: getItemByHand(client, root) }, close: () => closeAll(server, client) };
}

function itemCalls(client: KeepAliveClient, dynamodb: DynamoDBClient, credentials: Credentials): Contender["calls"] {
  const read = new GetItemCommand({ TableName, Key: { id: item.id } });
  return {
    GetItem: getItemByHand(client, credentials),
    "GetItem by the AWS SDK": bySdk(() => dynamodb.send(read)),
    PutItem: byHand(client, [itemCall("PutItem", { Item: item }, credentials)]),
  };
}

function getItemByHand(client: KeepAliveClient, credentials: Credentials): Timed {
  return byHand(client, [itemCall("GetItem", { Key: { id: item.id } }, credentials)]);
}

function itemCall(operation: string, input: object, credentials: Credentials): RawRequest {
  return {
    service: "dynamodb",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": `DynamoDB_20120810.${operation}` },
    body: JSON.stringify({ TableName, ...input }),
    credentials,
  };
}

/** Makes the table with one item, and returns a client for it. */
async function makeTable(endpoint: string, credentials: Credentials, keyId?: string): Promise<DynamoDBClient> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await client.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: keyId ? { Enabled: true, SSEType: "KMS", KMSMasterKeyId: keyId } : undefined,
    }),
  );
  await client.send(new PutItemCommand({ TableName, Item: item }));
  return client;
}

/** A user who may do everything, so that identity policies are asked. */
async function makeAdministrator(endpoint: string): Promise<Credentials> {
  const iam = new IAMClient({ endpoint, region, credentials: root });
  const UserName = "bench";
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "everything", PolicyDocument: everything }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  iam.destroy();
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
  return { accessKeyId, secretAccessKey };
}

async function closeAll(
  server: OtherServer,
  client: KeepAliveClient,
  ...clients: readonly { destroy(): void }[]
): Promise<void> {
  client.close();
  for (const sdk of clients) sdk.destroy();
  await server.stop();
}
