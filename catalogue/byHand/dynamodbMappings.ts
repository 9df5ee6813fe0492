import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { tagList, tags } from "./tagList.ts";

const table = mapping(
  z.strictObject({
    attributes: z.array(z.strictObject({ name: z.string(), type: z.string() })),
    billingMode: z.string(),
    hashKey: z.string(),
    name: z.string(),
    serverSideEncryption: z.strictObject({ enabled: z.boolean(), kmsKeyArn: z.string().optional() }),
    tags,
  }),
  ({ attributes, billingMode, hashKey, name, serverSideEncryption, tags }) => [
    {
      operation: "dynamodb create-table",
      options: {
        "table-name": name,
        "attribute-definitions": attributes.map(({ name, type }) => `AttributeName=${name},AttributeType=${type}`),
        "key-schema": `AttributeName=${hashKey},KeyType=HASH`,
        "billing-mode": billingMode,
        "sse-specification": encryption(serverSideEncryption),
        tags: tagList(tags),
      },
    },
    { operation: "dynamodb wait table-exists", options: { "table-name": name } },
  ],
);

/** Nothing for DynamoDB's own key, under which a table is when nothing is said. */
function encryption({ enabled, kmsKeyArn }: { readonly enabled: boolean; readonly kmsKeyArn?: string }) {
  if (!enabled) return undefined;
  const key = kmsKeyArn === undefined ? [] : [`KMSMasterKeyId=${kmsKeyArn}`];
  return ["Enabled=true", "SSEType=KMS", ...key].join(",");
}

/** A record keeps no items, which are secrets. The resource is named after the item's id: `table-item-1`. */
const tableItem = mapping(
  z.strictObject({ hashKey: z.string(), item: z.literal("<secret>"), tableName: z.string() }),
  ({ hashKey, tableName }, { name }) => [
    {
      operation: "dynamodb put-item",
      options: { "table-name": tableName, item: { [hashKey]: { S: name.replace(/^.*-item-/, "") } } },
    },
  ],
);

export const dynamodbMappings: Readonly<Record<string, Mapping>> = {
  "aws:dynamodb/table:Table": table,
  "aws:dynamodb/tableItem:TableItem": tableItem,
};
