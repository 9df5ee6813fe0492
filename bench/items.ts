/**
 * What enforcement and encryption cost GetItem and PutItem: the embedded AWS, table under a customer key, against bare
 * dynalite, which has neither.
 */
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import dynalite from "dynalite";
import { startEmulator } from "../emulator/startEmulator.ts";
import { compare, timed } from "./summary.ts";

const calls = 1_000;
const pairs = 7;
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const region = "us-east-1";
const TableName = "bench";

async function makeTable(client: DynamoDBClient, KMSMasterKeyId?: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: KMSMasterKeyId ? { Enabled: true, SSEType: "KMS", KMSMasterKeyId } : undefined,
    }),
  );
  await client.send(new PutItemCommand({ TableName, Item }));
}

const Item = { id: { S: "1" }, text: { S: "x".repeat(200) } };

const workloads: readonly { readonly name: string; readonly call: (client: DynamoDBClient) => Promise<unknown> }[] = [
  { name: "GetItem", call: (client) => client.send(new GetItemCommand({ TableName, Key: { id: { S: "1" } } })) },
  { name: "PutItem", call: (client) => client.send(new PutItemCommand({ TableName, Item })) },
];

function repeated(call: () => Promise<unknown>): () => Promise<number> {
  return () =>
    timed(async () => {
      for (let count = 0; count < calls; count++) await call();
    });
}

const emulator = await startEmulator();
const bare = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
const address = bare.address();
if (typeof address !== "object" || address === null) throw new Error("dynalite listens on no port.");

const enforced = new DynamoDBClient({ endpoint: emulator.url, region, credentials, maxAttempts: 1 });
const open = new DynamoDBClient({ endpoint: `http://127.0.0.1:${address.port}`, region, credentials, maxAttempts: 1 });
const kms = new KMSClient({ endpoint: emulator.url, region, credentials });
const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
await makeTable(enforced, KeyMetadata?.Arn);
await makeTable(open);

for (const { name, call } of workloads) {
  const [ours, theirs] = [repeated(() => call(enforced)), repeated(() => call(open))];
  await ours();
  await theirs();
  const { a, b, ratio } = await compare(pairs, ours, theirs);
  console.log(
    `${name} with enforcement: ${ratio.toFixed(2)} × the time of bare dynalite (median of ${pairs} pairs; ${(a / calls).toFixed(2)} ms to ${(b / calls).toFixed(2)} ms a call)`,
  );
}

for (const client of [enforced, open, kms]) client.destroy();
await emulator.stop();
bare.closeAllConnections();
await new Promise((resolve) => bare.close(resolve));
