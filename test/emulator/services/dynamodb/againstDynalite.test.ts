import {
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
  type CreateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import dynalite from "dynalite";
import fc from "fast-check";
import type { AddressInfo } from "node:net";
import { AwsError } from "../../../../emulator/awsError.ts";
import { MemoryStorage } from "../../../../emulator/services/dynamodb/storage/memoryStorage.ts";
import { expressionRequest } from "./arbitraryExpressionRequests.ts";
import type { ItemRequest } from "./arbitraryItems.ts";
import { legacyRequest } from "./arbitraryLegacyRequests.ts";
import { ciphersFor, orders } from "./itemStorageFixtures.ts";

const runs = 30;
const requestsInARun = 40;

/** dynalite has recorded more of AWS's sentences than anybody else; where both should agree, they must. */
describe("The item storage and dynalite", () => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  let client: DynamoDBClient;

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = portOf(server.address());
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      credentials,
      maxAttempts: 1,
    });
  });
  after(async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("answer random requests alike", async function () {
    this.timeout(120_000);
    let table = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(expressionRequest, legacyRequest), { minLength: 1, maxLength: requestsInARun, size: "max" }),
        async (requests) => {
          const TableName = `orders-${++table}`;
          const definition = { ...orders, TableName };
          await makeTable(client, definition);
          const storage = new MemoryStorage();
          storage.createTable(definition);
          const items = storage.use(ciphersFor(TableName));
          for (const asked of requests) {
            const ours = outcomeOf(() => ask(items, asked, TableName));
            const theirs = await outcomeOfCall(send(client, asked, TableName));
            expect(comparable(ours), JSON.stringify(asked)).to.deep.equal(comparable(theirs));
          }
        },
      ),
      { numRuns: runs },
    );
  });
});

/** dynalite says at once that it makes a table, and has made it a moment later. */
async function makeTable(client: DynamoDBClient, definition: CreateTableCommandInput): Promise<void> {
  await client.send(new CreateTableCommand(definition));
  const { TableName } = definition;
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === "ACTIVE") return;
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("dynalite listens on no port.");
  return address.port;
}

function ask(items: ReturnType<MemoryStorage["use"]>, { kind, input }: ItemRequest, TableName: string): object {
  switch (kind) {
    case "get":
      return items.getItem({ ...input, TableName });
    case "put":
      return items.putItem({ ...input, TableName });
    case "update":
      return items.updateItem({ ...input, TableName });
    case "delete":
      return items.deleteItem({ ...input, TableName });
    case "query":
      return items.query({ ...input, TableName });
    case "scan":
      return items.scan({ ...input, TableName });
  }
}

function send(client: DynamoDBClient, { kind, input }: ItemRequest, TableName: string): Promise<object> {
  switch (kind) {
    case "get":
      return client.send(new GetItemCommand({ ...input, TableName }));
    case "put":
      return client.send(new PutItemCommand({ ...input, TableName }));
    case "update":
      return client.send(new UpdateItemCommand({ ...input, TableName }));
    case "delete":
      return client.send(new DeleteItemCommand({ ...input, TableName }));
    case "query":
      return client.send(new QueryCommand({ ...input, TableName }));
    case "scan":
      return client.send(new ScanCommand({ ...input, TableName }));
  }
}

function outcomeOf(call: () => object): object {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { code: error.code, message: error.message };
  }
}

async function outcomeOfCall(call: Promise<object>): Promise<object> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code: error.name, message: error.message };
  }
}

/** Without what the client adds, without members that are not there, sets in one order. */
function comparable(outcome: object): unknown {
  return ordered(Object.fromEntries(Object.entries(outcome).filter(([name]) => name !== "$metadata")));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => ordered(element));
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      /^[SN]S$/.test(name) && Array.isArray(member) ? member.map(String).sort() : ordered(member),
    ]),
  );
}
