import { DeleteItemCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { ifExists } from "../../aws/errors.ts";
import { isItem, keyText, readItem, writeItem } from "../../aws/items.ts";
import type { Item } from "../../aws/items.ts";
import { sameJson } from "../../aws/policy.ts";
import { recorded } from "../../errors.ts";
import { region, resource } from "../../resource.ts";

/** The inputs that tell which item is meant. */
interface Place {
  readonly hashKey?: string;
  readonly item?: string;
  readonly rangeKey?: string | undefined;
  readonly tableName?: string;
}

/**
 * `aws.dynamodb.TableItem`. Its id is made of the table and the key, as in the official provider:
 * `<table>|<hash key>|<binary>|<text>|<number>`, and the same again for a range key.
 */
export const tableItem = resource({
  token: "aws:dynamodb/tableItem:TableItem",
  inputs: {
    hashKey: z.string(),
    item: z.string().refine(isItem, 'must be an item in DynamoDB\'s JSON, such as {"id": {"S": "1"}}'),
    rangeKey: z.string().optional(),
    region,
    tableName: z.string(),
  },
  outputs: { hashKeyValue: z.string(), rangeKeyValue: z.string() },
  unsupported: [],
  replaceOnChanges: ["hashKey", "rangeKey", "region", "tableName"],
  computed: ["region"],
  same: { item: sameJson },

  check({ hashKey, item, rangeKey }) {
    const values = readItem(item);
    const keys = rangeKey === undefined ? [hashKey] : [hashKey, rangeKey];
    const missing = keys.filter((name) => values[name] === undefined);
    return missing.length === 0
      ? []
      : [{ property: "item", reason: `item lacks its key attribute ${missing.join(", ")}` }];
  },

  async create(aws, inputs) {
    const item = readItem(inputs.item);
    await aws.dynamodb.send(
      new PutItemCommand({
        TableName: inputs.tableName,
        Item: item,
        // An item that is there already is not ours to overwrite.
        ConditionExpression: "attribute_not_exists(#key)",
        ExpressionAttributeNames: { "#key": inputs.hashKey },
      }),
    );
    return { id: idOf(inputs, item) };
  },

  async read(aws, _id, known) {
    const place = placeOf(known);
    const found = await ifExists(aws.dynamodb.send(new GetItemCommand({ ...place, ConsistentRead: true })));
    if (found?.Item === undefined) {
      return undefined;
    }
    const { hashKey, rangeKey } = known;
    return {
      hashKey,
      hashKeyValue: textAt(found.Item, hashKey),
      item: writeItem(found.Item),
      rangeKey,
      rangeKeyValue: textAt(found.Item, rangeKey),
      region: aws.region,
      tableName: place.TableName,
    };
  },

  async update(aws, _id, current, wanted) {
    const [was, willBe] = [placeOf(current), placeOf(wanted)];
    await aws.dynamodb.send(new PutItemCommand({ TableName: willBe.TableName, Item: readItem(wanted.item) }));
    if (!isDeepStrictEqual(was.Key, willBe.Key)) {
      await aws.dynamodb.send(new DeleteItemCommand(was));
    }
  },

  async delete(aws, _id, known) {
    await ifExists(aws.dynamodb.send(new DeleteItemCommand(placeOf(known))));
  },
});

/** @throws ProviderError when it is not recorded which item is meant, as in an import */
function placeOf({ hashKey, item, rangeKey, tableName }: Place): { TableName: string; Key: Item } {
  const values = readItem(recorded(item, "item"));
  const names = [recorded(hashKey, "hashKey"), ...(rangeKey === undefined ? [] : [rangeKey])];
  const Key = Object.fromEntries(names.map((name) => [name, recorded(values[name], `the key attribute ${name}`)]));
  return { TableName: recorded(tableName, "tableName"), Key };
}

function textAt(item: Item, name: string | undefined): string {
  const value = name === undefined ? undefined : item[name];
  return value === undefined ? "" : keyText(value);
}

function idOf({ hashKey, rangeKey, tableName }: Place, item: Item): string {
  const partOf = (name: string | undefined) => (name === undefined ? [] : [name, ...typedTexts(item[name])]);
  return [tableName, ...partOf(hashKey), ...partOf(rangeKey)].join("|");
}

/** Binary, text, number; two of them are empty. */
function typedTexts(value: AttributeValue | undefined): string[] {
  const binary = value?.B === undefined ? "" : keyText(value);
  return [binary, value?.S ?? "", value?.N ?? ""];
}
