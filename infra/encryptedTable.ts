import { Table } from "@pulumi/aws/dynamodb/table.js";
import { TableItem } from "@pulumi/aws/dynamodb/tableItem.js";
import * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { Component } from "./component.ts";
import { EncryptionKey } from "./encryptionKey.ts";
import { distinctIds } from "./rules/distinctIds.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import { tableName } from "./rules/resourceName.ts";
import { tableEncryption } from "./rules/tableEncryption.ts";
import type { Tags } from "./tags.ts";

/**
 * Whose key encrypts a table; DynamoDB encrypts always.
 * - `"owned"`: DynamoDB's own key. Free, neither visible nor controllable. What a table has when nothing is said.
 * - `"aws-managed"`: the account's key `aws/dynamodb`. Visible, not controllable; KMS bills its requests, not the key.
 * - an `EncryptionKey`: a customer managed key. Visible and controllable; KMS bills the key and its requests.
 *
 * Source: DynamoDB Developer Guide, "DynamoDB encryption at rest".
 */
export type TableEncryption = "owned" | "aws-managed" | EncryptionKey;

/** Arguments of an `EncryptedTable`. */
export interface EncryptedTableArgs {
  readonly tableName: string;
  readonly encryption: TableEncryption;
  /** Items to put into the table. Their attributes are strings. Default: none. */
  readonly items?: readonly TableEntry[];
  readonly tags?: Tags;
}

/** An item of the table: its partition key and whatever else it has. */
export interface TableEntry {
  readonly id: string;
  readonly [attribute: string]: string;
}

/** What an `EncryptedTable` hands over. */
export interface EncryptedTableOutputs {
  readonly tableName: string;
  readonly arn: string;
  /** The customer managed key, if there is one: the provider does not tell the ARN of `aws/dynamodb`. */
  readonly keyArn?: string;
}

/**
 * A DynamoDB table with the partition key `id` (string) and the console's default settings: on-demand capacity and the
 * table class Standard. Source: DynamoDB Developer Guide, "DynamoDB throughput capacity" ("On-demand mode is the default").
 *
 * Another encryption changes the table in place. AWS allows four such changes a table in 24 hours.
 */
export class EncryptedTable extends Component<EncryptedTableOutputs> {
  readonly outputs: pulumi.Output<EncryptedTableOutputs>;
  readonly tableName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  /** @throws pulumi.RunError when an argument is wrong, before anything is created. */
  constructor(name: string, args: EncryptedTableArgs, options?: pulumi.ComponentResourceOptions) {
    checkEncryptedTable(`EncryptedTable "${name}"`, args);
    super("keylab:infra:EncryptedTable", name, {}, options);

    const key = args.encryption instanceof EncryptionKey ? args.encryption : undefined;
    const table = new Table(
      name,
      {
        name: args.tableName,
        attributes: [{ name: "id", type: "S" }],
        hashKey: "id",
        billingMode: "PAY_PER_REQUEST",
        // Always stated: a block that disappears would leave the table under its old key. Always the key's ARN: by alias
        // or id, DynamoDB does not recognise the key it has and encrypts the table anew.
        serverSideEncryption: { enabled: args.encryption !== "owned", kmsKeyArn: key?.arn },
        tags: args.tags,
      },
      { parent: this },
    );
    for (const entry of args.items ?? []) {
      new TableItem(
        `${name}-item-${entry.id}`,
        // A secret, for what is encrypted in the table should not lie open in the stack's state.
        { tableName: table.name, hashKey: "id", item: pulumi.secret(itemText(entry)) },
        { parent: this },
      );
    }

    this.tableName = table.name;
    this.arn = table.arn;
    const outputs = { tableName: this.tableName, arn: this.arn, keyArn: key?.arn };
    this.outputs = pulumi.output(outputs);
    this.registerOutputs(outputs);
  }
}

/**
 * Refuses wrong settings of a table, apart from its encryption.
 *
 * @throws pulumi.RunError
 */
export function checkTableSettings(owner: string, settings: Omit<EncryptedTableArgs, "encryption">): void {
  const ids = settings.items?.map((entry) => entry.id);
  checkArgument(owner, "tableName", settings.tableName, tableName);
  checkArgument(owner, "the list of ids in items", ids, distinctIds);
}

/**
 * Refuses wrong arguments of an `EncryptedTable`.
 *
 * @throws pulumi.RunError
 */
export function checkEncryptedTable(owner: string, args: EncryptedTableArgs): void {
  checkTableSettings(owner, args);
  const { encryption } = args;
  if (encryption instanceof EncryptionKey) checkArgument(owner, "encryption", encryption.keySpec, serviceKeySpec);
  else checkArgument(owner, "encryption", encryption, tableEncryption);
}

/** An item as DynamoDB's JSON, in which every value states its type. */
function itemText(entry: TableEntry): string {
  return JSON.stringify(Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, { S: value }])));
}
