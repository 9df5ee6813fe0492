import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { tableInput } from "./fixtures.ts";

const TableName = "scores";
const own = { id: { S: "Alice" } };
const other = { id: { S: "Bob" } };

/** The policy of the DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control". */
const statement = {
  Effect: "Allow",
  Action: ["GetItem", "BatchGetItem", "Query", "Scan", "PutItem", "UpdateItem", "BatchWriteItem"].map(
    (name) => `dynamodb:${name}`,
  ),
  Resource: "*",
  Condition: {
    "ForAllValues:StringEquals": {
      "dynamodb:LeadingKeys": ["${aws:username}"],
      "dynamodb:Attributes": ["id", "score"],
    },
    StringEqualsIfExists: {
      "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
      "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
    },
  },
} as const;

type Act = (client: Clients["dynamoDb"]) => Promise<unknown>;

const cases: { name: string; act: Act; allowed: boolean }[] = [
  {
    name: "reads attributes of the user's own item",
    act: (db) => db.send(new GetItemCommand({ TableName, Key: own, ProjectionExpression: "id, score" })),
    allowed: true,
  },
  {
    name: "reads them as they were named before expressions",
    act: (db) => db.send(new GetItemCommand({ TableName, Key: own, AttributesToGet: ["score"] })),
    allowed: true,
  },
  {
    name: "does not read an item of somebody else",
    act: (db) => db.send(new GetItemCommand({ TableName, Key: other, ProjectionExpression: "id, score" })),
    allowed: false,
  },
  {
    name: "does not read another attribute, by whatever name",
    act: (db) => {
      const ExpressionAttributeNames = { "#score": "salary" };
      return db.send(
        new GetItemCommand({ TableName, Key: own, ProjectionExpression: "#score", ExpressionAttributeNames }),
      );
    },
    allowed: false,
  },
  {
    name: "does not read all attributes",
    act: (db) => db.send(new GetItemCommand({ TableName, Key: own })),
    allowed: false,
  },
  {
    name: "does not read several items when one is of somebody else",
    act: (db) =>
      db.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [own, other], ProjectionExpression: "id" } } }),
      ),
    allowed: false,
  },
  {
    name: "asks for the user's own items",
    act: (db) =>
      db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "#id = :id",
          ProjectionExpression: "score",
          ExpressionAttributeNames: { "#id": "id" },
          ExpressionAttributeValues: { ":id": own.id },
        }),
      ),
    allowed: true,
  },
  {
    name: "asks for them with conditions instead of expressions",
    act: (db) =>
      db.send(
        new QueryCommand({
          TableName,
          KeyConditions: { id: { ComparisonOperator: "EQ", AttributeValueList: [own.id] } },
          AttributesToGet: ["score"],
        }),
      ),
    allowed: true,
  },
  {
    name: "does not ask for items of somebody else",
    act: (db) =>
      db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "id = :id",
          ProjectionExpression: "score",
          ExpressionAttributeValues: { ":id": other.id },
        }),
      ),
    allowed: false,
  },
  {
    name: "does not filter by another attribute",
    act: (db) =>
      db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "id = :id",
          FilterExpression: "salary > :id",
          ProjectionExpression: "score",
          ExpressionAttributeValues: { ":id": own.id },
        }),
      ),
    allowed: false,
  },
  {
    // A scan names no keys, and all of none are the user's: which is why the guide leaves Scan out.
    name: "reads everything by Scan",
    act: (db) => db.send(new ScanCommand({ TableName, ProjectionExpression: "id" })),
    allowed: true,
  },
  {
    name: "writes the user's own item",
    act: (db) => db.send(new PutItemCommand({ TableName, Item: { ...own, score: { N: "1" } } })),
    allowed: true,
  },
  {
    name: "does not write an attribute beyond",
    act: (db) => db.send(new PutItemCommand({ TableName, Item: { ...own, salary: { N: "1" } } })),
    allowed: false,
  },
  {
    name: "does not have the old item told",
    act: (db) => db.send(new PutItemCommand({ TableName, Item: own, ReturnValues: "ALL_OLD" })),
    allowed: false,
  },
  {
    name: "changes an attribute of the user's own item",
    act: (db) =>
      db.send(
        new UpdateItemCommand({
          TableName,
          Key: own,
          UpdateExpression: "SET score = :v",
          ExpressionAttributeValues: { ":v": { N: "2" } },
        }),
      ),
    allowed: true,
  },
  {
    name: "does not change another attribute",
    act: (db) =>
      db.send(
        new UpdateItemCommand({
          TableName,
          Key: own,
          UpdateExpression: "SET salary = :v",
          ExpressionAttributeValues: { ":v": { N: "2" } },
        }),
      ),
    allowed: false,
  },
  {
    name: "writes several items of the user's own",
    act: (db) => db.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: own } }] } })),
    allowed: true,
  },
  {
    name: "does not delete an item of somebody else in a batch",
    act: (db) =>
      db.send(
        new BatchWriteItemCommand({
          RequestItems: { [TableName]: [{ PutRequest: { Item: own } }, { DeleteRequest: { Key: other } }] },
        }),
      ),
    allowed: false,
  },
];

describe("Fine-grained access to a DynamoDB table", () => {
  let emulator: Emulator;
  let alice: TestUser;

  before(async () => {
    emulator = await startTestEmulator();
    await clientsFor(emulator).dynamoDb.send(new CreateTableCommand(tableInput(TableName)));
    alice = await createUser(emulator, "Alice", [statement]);
  });
  after(() => emulator.stop());

  for (const { name, act, allowed } of cases) {
    it(name, async () => {
      const call = act(alice.clients.dynamoDb);
      if (allowed) await call;
      else expect((await refusalOf(call)).code).to.equal("AccessDeniedException");
    });
  }
});
