import { expect } from "chai";
import type { FieldType, FieldTypes } from "dynalite/db/index.js";
import { ServiceModel, type Shape } from "../../../../emulator/protocols/serviceModel.ts";
import { dynamodb } from "../../../../emulator/services/dynamodb/service.ts";
import * as dynalite from "../../../../emulator/services/dynamodb/storage/dynaliteParts.ts";

/** Parameters that do not reach dynalite as they are: our own, or refused by name deeper in the request. */
const elsewhere: readonly string[] = [
  "CreateTable.SSESpecification",
  "CreateTable.Tags",
  "CreateTable.ResourcePolicy",
  "CreateTable.TableClass",
  "CreateTable.DeletionProtectionEnabled",
  "CreateTable.GlobalSecondaryIndexes.OnDemandThroughput",
  "CreateTable.GlobalSecondaryIndexes.WarmThroughput",
  // Its action knows it; it is added to its list of parameters.
  "Scan.ConsistentRead",
];

const rules: readonly (readonly [operation: string, types: FieldTypes])[] = [
  ["CreateTable", dynalite.createTableRules.types],
  ["GetItem", dynalite.getItemRules.types],
  ["PutItem", dynalite.putItemRules.types],
  ["UpdateItem", dynalite.updateItemRules.types],
  ["DeleteItem", dynalite.deleteItemRules.types],
  ["Query", dynalite.queryRules.types],
  ["Scan", dynalite.scanRules.types],
  ["BatchGetItem", dynalite.batchGetItemRules.types],
  ["BatchWriteItem", dynalite.batchWriteItemRules.types],
];

/** The members of a shape, at any depth, that dynalite would drop without a word. */
function unknownMembers(model: ServiceModel, shape: Shape, types: FieldTypes, path: string): string[] {
  return Object.entries(shape.members ?? {}).flatMap(([name, reference]) => {
    const type = types[name];
    if (type === undefined) return [`${path}.${name}`];
    return unknownBelow(model, model.shape(reference), type, `${path}.${name}`);
  });
}

function unknownBelow(model: ServiceModel, shape: Shape, type: FieldType, path: string): string[] {
  if (typeof type === "string" || type.type.startsWith("AttrStruct") || type.children === undefined) return [];
  const inner = shape.member ?? shape.value;
  if (inner) return isFieldType(type.children) ? unknownBelow(model, model.shape(inner), type.children, path) : [];
  return isFieldType(type.children) ? [] : unknownMembers(model, shape, type.children, path);
}

function isFieldType(children: FieldType | FieldTypes): children is FieldType {
  return typeof children === "string" || typeof children.type === "string";
}

describe("Parameters of DynamoDB's operations", () => {
  const model = ServiceModel.load("dynamodb");

  for (const [name, types] of rules) {
    it(`are all known to the storage or refused by name: ${name}`, () => {
      const { unsupported = [] } = dynamodb.operations.find((operation) => operation.name === name) ?? {};
      const accounted = new Set([...elsewhere, ...unsupported.map((parameter) => `${name}.${parameter}`)]);

      const unknown = unknownMembers(model, model.input(name), types, name);

      expect(unknown.filter((path) => !accounted.has(path))).to.deep.equal([]);
    });
  }

  it("that are said to be elsewhere are indeed unknown to the storage", () => {
    const unknown = rules.flatMap(([name, types]) => unknownMembers(model, model.input(name), types, name));

    expect(elsewhere.filter((path) => !unknown.includes(path))).to.deep.equal([]);
  });
});
