import {
  BillingMode,
  CreateTableCommand,
  DeleteTableCommand,
  ListTagsOfResourceCommand,
  ScalarAttributeType,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import type { UpdateTableCommandInput } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { ifExists, required } from "../../aws/errors.ts";
import {
  billingRequest,
  describeTable,
  encryptionRequest,
  sameBilling,
  sameEncryption,
  tableEncryption,
  tableInputs,
  untilTableGone,
  untilTableReady,
} from "../../aws/tables.ts";
import {
  pointInTimeRecovery,
  sameRecovery,
  sameTimeToLive,
  setTableSettings,
  tableSettings,
  timeToLive,
} from "../../aws/tableSettings.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { sameSet } from "../../lifecycle/compare.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

/** 0 is what DynamoDB tells of a table that is paid per request; an import gives it back. */
const capacity = z.int().min(0).optional();

/** `aws.dynamodb.Table`, without indexes, streams and replicas. Its id is its name. */
export const table = resource({
  token: "aws:dynamodb/table:Table",
  inputs: {
    attributes: z.array(z.strictObject({ name: z.string(), type: z.enum(ScalarAttributeType) })),
    billingMode: z.enum(BillingMode).default("PROVISIONED"),
    deletionProtectionEnabled: z.boolean().default(false),
    hashKey: z.string(),
    name: z.string().min(3).max(255),
    pointInTimeRecovery: pointInTimeRecovery.optional(),
    rangeKey: z.string().optional(),
    readCapacity: capacity,
    region,
    serverSideEncryption: tableEncryption.optional(),
    tags,
    ttl: timeToLive.optional(),
    writeCapacity: capacity,
  },
  outputs: {
    arn: z.string(),
    globalSecondaryIndexes: z.array(z.unknown()),
    streamArn: z.string(),
    streamLabel: z.string(),
    streamViewType: z.string(),
    tagsAll,
  },
  unsupported: [
    "globalSecondaryIndexes",
    "globalTableWitness",
    "importTable",
    "localSecondaryIndexes",
    "onDemandThroughput",
    "replicas",
    "restoreBackupArn",
    "restoreDateTime",
    "restoreSourceName",
    "restoreSourceTableArn",
    "restoreToLatestTime",
    "streamEnabled",
    "streamViewType",
    "tableClass",
    "warmThroughput",
  ],
  replaceOnChanges: ["attributes", "hashKey", "name", "rangeKey", "region"],
  computed: ["pointInTimeRecovery", "readCapacity", "region", "serverSideEncryption", "ttl", "writeCapacity"],
  same: {
    attributes: sameSet,
    pointInTimeRecovery: sameRecovery,
    serverSideEncryption: sameEncryption,
    ttl: sameTimeToLive,
  },
  autoName: { maxLength: 255 },

  check({ attributes, billingMode, hashKey, rangeKey, readCapacity, writeCapacity }) {
    const keys = [hashKey, ...(rangeKey === undefined ? [] : [rangeKey])].sort();
    const defined = attributes.map(({ name }) => name).sort();
    const hasCapacity = [readCapacity, writeCapacity].every((units = 0) => units > 0);
    const isProvisioned = billingMode === "PAY_PER_REQUEST" || hasCapacity;
    return [
      ...(keys.join() === defined.join()
        ? []
        : [
            {
              property: "attributes",
              reason: `attributes must define the key attributes ${keys.join(", ")} and no others`,
            },
          ]),
      ...(isProvisioned
        ? []
        : [{ property: "billingMode", reason: "billingMode PROVISIONED needs readCapacity and writeCapacity" }]),
    ];
  },

  async create(aws, inputs) {
    const command = new CreateTableCommand({
      TableName: inputs.name,
      AttributeDefinitions: inputs.attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
      KeySchema: [
        { AttributeName: inputs.hashKey, KeyType: "HASH" },
        ...(inputs.rangeKey === undefined ? [] : [{ AttributeName: inputs.rangeKey, KeyType: "RANGE" } as const]),
      ],
      ...billingRequest(inputs),
      DeletionProtectionEnabled: inputs.deletionProtectionEnabled,
      SSESpecification: inputs.serverSideEncryption && encryptionRequest(inputs.serverSideEncryption),
      Tags: tagList(inputs.tags),
    });
    await aws.dynamodb.send(command);
    return { id: inputs.name };
  },

  async complete(aws, id, inputs) {
    await untilTableReady(aws, id);
    await setTableSettings(aws, id, {}, inputs);
  },

  async read(aws, id) {
    const found = await describeTable(aws, id);
    if (found === undefined || found.TableStatus === "DELETING") {
      return undefined;
    }
    const arn = required(found.TableArn, "Table.TableArn");
    const { Tags } = await aws.dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn: arn }));
    const allTags = tagMap(Tags);
    return {
      ...tableInputs(found),
      ...(await tableSettings(aws, id)),
      arn,
      globalSecondaryIndexes: [],
      name: id,
      region: aws.region,
      streamArn: "",
      streamLabel: "",
      streamViewType: "",
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, wanted) {
    // DynamoDB takes one kind of change at a time, and the next only when the table is ready again.
    const change = async (input: Omit<UpdateTableCommandInput, "TableName">) => {
      await aws.dynamodb.send(new UpdateTableCommand({ TableName: id, ...input }));
      await untilTableReady(aws, id);
    };
    const { deletionProtectionEnabled: DeletionProtectionEnabled, serverSideEncryption: encryption } = wanted;
    if (!sameBilling(current, wanted)) {
      await change(billingRequest(wanted));
    }
    if (encryption !== undefined && !sameEncryption(current.serverSideEncryption, encryption)) {
      await change({ SSESpecification: encryptionRequest(encryption) });
    }
    if (DeletionProtectionEnabled !== current.deletionProtectionEnabled) {
      await change({ DeletionProtectionEnabled });
    }
    await setTableSettings(aws, id, current, wanted);
    const about = { ResourceArn: current.arn };
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.dynamodb.send(new UntagResourceCommand({ ...about, TagKeys })),
      tag: (missing) => aws.dynamodb.send(new TagResourceCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id) {
    await ifExists(aws.dynamodb.send(new DeleteTableCommand({ TableName: id })));
    await untilTableGone(aws, id);
  },
});
