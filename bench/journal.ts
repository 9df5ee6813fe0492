/** What it costs to keep the state in a folder: writes with and without, and how long the state takes to be brought back. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { startEmulator, type Emulator } from "../emulator/startEmulator.ts";
import { compare, timed } from "./summary.ts";

const pairs = 5;
const writes = 2_000;
/** As many clients write at the same time. */
const clients = 8;

const folder = await mkdtemp(join(tmpdir(), "keylab-bench-"));
const data = join(folder, "state");
const kept = await startEmulator({ data });
const inMemory = await startEmulator();

async function prepare({ url }: Emulator): Promise<DynamoDBClient> {
  const dynamoDb = new DynamoDBClient({
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  await dynamoDb.send(
    new CreateTableCommand({
      TableName: "bench",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  return dynamoDb;
}

let written = 0;
function write(dynamoDb: DynamoDBClient): Promise<number> {
  const some = async (): Promise<void> => {
    for (let count = 0; count < writes / clients; count++) {
      const Item = { id: { S: `item-${++written}` }, text: { S: "x".repeat(200) } };
      await dynamoDb.send(new PutItemCommand({ TableName: "bench", Item }));
    }
  };
  return timed(() => Promise.all(Array.from({ length: clients }, some)));
}

const [toFolder, toMemory] = [await prepare(kept), await prepare(inMemory)];
const { a, b, ratio } = await compare(
  pairs,
  () => write(toFolder),
  () => write(toMemory),
);
console.log(
  `PutItem, ${clients} clients: ${((a / writes) * 1000).toFixed(0)} us with --data, ${ratio.toFixed(2)} × without (${((b / writes) * 1000).toFixed(0)} us; median of ${pairs} pairs)`,
);
await inMemory.stop();
await kept.stop();
const took = await timed(async () => (await startEmulator({ data })).stop());
const steps = pairs * writes;
console.log(
  `a start with ${steps} writes to bring back: ${took.toFixed(0)} ms, ${Math.round(steps / (took / 1000))} a second`,
);
await rm(folder, { recursive: true });
