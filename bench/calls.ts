/** Calls with enforcement against servers without: GetItem and PutItem, Encrypt with Decrypt, GetSecretValue, GetCallerIdentity. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Credentials } from "../test/support/emulator.ts";
import { jsonCall, queryCall, type RawRequest } from "../test/support/signedRequest.ts";
import { KeepAliveClient } from "./keepAliveClient.ts";
import { startDynalite, startKeylab, startLeastServer, startMoto, type OtherServer } from "./otherServers.ts";
import { median } from "../reporters/text/median.ts";

const rounds = 7;
/** How long each kind of call is made in a round, by every contender: a pause makes the first calls after it slower. */
const roundMilliseconds = 1_000;
/** Before it is timed, each kind of call is made for this long: V8 takes some 4,000 calls until all is compiled that is called often. */
const warmUpMilliseconds = 5_000;
const region = "us-east-1";
const root: Credentials = { accessKeyId: "test", secretAccessKey: "test" };
const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});
const item = { id: { S: "1" }, text: { S: "x".repeat(200) } };

/** A server with one of everything, and the calls that are timed there. */
interface Contender {
  readonly name: string;
  readonly server: OtherServer;
  readonly client: KeepAliveClient;
  readonly calls: Readonly<Record<string, readonly RawRequest[]>>;
}

const itemCalls = (credentials: Credentials): Record<string, readonly RawRequest[]> => {
  const call = (operation: string, input: object) => ({
    service: "dynamodb",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": `DynamoDB_20120810.${operation}` },
    body: JSON.stringify({ TableName: "bench", ...input }),
    credentials,
  });
  return { GetItem: [call("GetItem", { Key: { id: item.id } })], PutItem: [call("PutItem", { Item: item })] };
};

async function makeTable(endpoint: string, credentials: Credentials, KMSMasterKeyId?: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await client.send(
    new CreateTableCommand({
      TableName: "bench",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: KMSMasterKeyId ? { Enabled: true, SSEType: "KMS", KMSMasterKeyId } : undefined,
    }),
  );
  await client.send(new PutItemCommand({ TableName: "bench", Item: item }));
  client.destroy();
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

async function whole(name: string, server: OtherServer): Promise<Contender> {
  const { url: endpoint } = server;
  const credentials = await makeAdministrator(endpoint);
  const options = { endpoint, region, credentials };
  const kms = new KMSClient(options);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? "";
  const { CiphertextBlob = new Uint8Array() } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: Buffer.from("secret") }),
  );
  await makeTable(endpoint, credentials, KeyId);
  const secrets = new SecretsManagerClient(options);
  await secrets.send(new CreateSecretCommand({ Name: "bench", SecretString: "secret", KmsKeyId: KeyId }));
  for (const client of [kms, secrets]) client.destroy();
  const kmsCall = (operation: string, input: object) => ({
    ...jsonCall("kms", `TrentService.${operation}`, JSON.stringify(input)),
    credentials,
  });
  const blob = Buffer.from(CiphertextBlob).toString("base64");
  return {
    name,
    server,
    client: new KeepAliveClient(endpoint),
    calls: {
      ...itemCalls(credentials),
      "Encrypt and Decrypt": [
        kmsCall("Encrypt", { KeyId, Plaintext: "c2VjcmV0" }),
        kmsCall("Decrypt", { CiphertextBlob: blob }),
      ],
      GetSecretValue: [
        { ...jsonCall("secretsmanager", "secretsmanager.GetSecretValue", '{"SecretId":"bench"}'), credentials },
      ],
      GetCallerIdentity: [{ ...queryCall("sts", "Action=GetCallerIdentity&Version=2011-06-15"), credentials }],
    },
  };
}

async function bare(server: OtherServer): Promise<Contender> {
  await makeTable(server.url, root);
  return { name: "dynalite", server, client: new KeepAliveClient(server.url), calls: itemCalls(root) };
}

/** Something with a bare GetItem alone, for the root user. */
function least(server: OtherServer): Contender {
  const { GetItem = [] } = itemCalls(root);
  return { name: "the least server", server, client: new KeepAliveClient(server.url), calls: { GetItem } };
}

/** Keylab's own GetItem, measured beside another kind of call: the machine is not as fast at all times. */
function ownGetItem({ server, client, calls: { GetItem = [] } }: Contender, kind: string): Contender {
  return { name: "GetItem", server, client, calls: kind === "GetItem" ? {} : { [kind]: GetItem } };
}

/** The calls of a contender that this many milliseconds are taken by: all of a kind, one after the other. */
async function timeOf({ client }: Contender, kind: readonly RawRequest[]): Promise<number> {
  let sum = 0;
  for (const call of kind) sum += await client.time(call, roundMilliseconds / kind.length);
  return sum;
}

async function warmUp({ client }: Contender, kind: readonly RawRequest[]): Promise<void> {
  for (const call of kind) await client.time(call, warmUpMilliseconds);
}

const folder = await mkdtemp(join(tmpdir(), "keylab-bench-"));
const keylab = await whole("keylab", await startKeylab(folder));
// Making everything takes ten calls; from then on moto asks for permissions.
const motoServer = await startMoto(folder, 10);
const moto = motoServer && (await whole("moto", motoServer));
const contenders = [
  keylab,
  await bare(await startDynalite(folder)),
  least(await startLeastServer(folder)),
  ...(moto ? [moto] : []),
];
for (const [kind, ours] of Object.entries(keylab.calls)) {
  const rivals = [...contenders, ownGetItem(keylab, kind)].filter(({ calls: known }) => known[kind]);
  const measured = new Map(rivals.map(({ name }) => [name, new Array<number>()]));
  for (const rival of rivals) await warmUp(rival, rival.calls[kind] ?? ours);
  for (let round = 0; round < rounds; round++) {
    for (const rival of rivals) measured.get(rival.name)?.push(await timeOf(rival, rival.calls[kind] ?? ours));
  }
  const own = measured.get("keylab") ?? [];
  const ratios = rivals.slice(1).map(({ name }) => {
    const theirs = measured.get(name) ?? [];
    return `${median(own.map((took, round) => (theirs[round] ?? Number.NaN) / took)).toFixed(2)} × the rate of ${name} (${median(theirs).toFixed(2)} ms)`;
  });
  console.log(`${kind}: ${median(own).toFixed(2)} ms; ${ratios.join("; ")}`);
}
if (!moto) console.log("moto_server is not installed: not compared with.");

for (const { client, server } of contenders) {
  client.close();
  await server.stop();
}
await rm(folder, { recursive: true, force: true });
