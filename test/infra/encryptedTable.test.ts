import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as z from "zod";

import { EncryptedTable, type EncryptedTableArgs, type TableEncryption } from "../../infra/encryptedTable.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { KeySpec } from "../../infra/rules/keyKind.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, secretInput, valueOf } from "./support.ts";

const keyArn = `arn:aws:kms:us-east-1:${account}:key/key-id`;
const makeKey = (keySpec?: KeySpec) => new EncryptionKey("key", { alias: "key", administrators: [admin], keySpec });

/** Deploys a table, and a key if the table shall have one. */
const deployTable = (
  encryption: Exclude<TableEncryption, EncryptionKey> | "key",
  args: Partial<EncryptedTableArgs> = {},
) =>
  deploy(
    () =>
      new EncryptedTable("table", {
        tableName: "nextwork-kms-table",
        encryption: encryption === "key" ? makeKey() : encryption,
        ...args,
      }),
  );

describe("EncryptedTable", () => {
  it("creates an on-demand table with the partition key id, and nothing else", async () => {
    const { resources, components } = await deployTable("owned", { tags: { Project: "AWS-Learning" } });
    expect(resources).to.deep.equal({
      "dynamodb/table:Table table": {
        name: "nextwork-kms-table",
        attributes: [{ name: "id", type: "S" }],
        hashKey: "id",
        billingMode: "PAY_PER_REQUEST",
        serverSideEncryption: { enabled: false },
        tags: { Project: "AWS-Learning" },
      },
    });
    expect(components).to.deep.equal(["keylab:infra:EncryptedTable table"]);
  });

  const encryptions = [
    { encryption: "owned", sends: { enabled: false }, handsOver: undefined },
    { encryption: "aws-managed", sends: { enabled: true }, handsOver: undefined },
    { encryption: "key", sends: { enabled: true, kmsKeyArn: keyArn }, handsOver: keyArn },
  ] as const;
  for (const { encryption, sends, handsOver } of encryptions) {
    it(`states the encryption "${encryption}", a key always by its ARN`, async () => {
      const { result, resources } = await deployTable(encryption);
      expect(resources["dynamodb/table:Table table"]?.serverSideEncryption).to.deep.equal(sends);
      expect(await valueOf(result.outputs)).to.deep.equal({
        tableName: "nextwork-kms-table",
        arn: `arn:aws:dynamodb:us-east-1:${account}:table/nextwork-kms-table`,
        keyArn: handsOver,
      });
    });
  }

  it("puts items into the table, as secrets, in DynamoDB's JSON", async () => {
    const { resources } = await deployTable("owned", { items: [{ id: "1" }, { id: "2", name: "Ada" }] });
    expect(resources["dynamodb/tableItem:TableItem table-item-1"]).to.deep.equal({
      tableName: "nextwork-kms-table",
      hashKey: "id",
      item: secretInput('{"id":{"S":"1"}}'),
    });
    expect(resources["dynamodb/tableItem:TableItem table-item-2"]?.item).to.deep.equal(
      secretInput('{"id":{"S":"2"},"name":{"S":"Ada"}}'),
    );
    expect(Object.keys(resources)).to.have.length(3);
  });

  it("has no secret outputs", async () => {
    const { result } = await deployTable("key", { items: [{ id: "1" }] });
    expect(await pulumi.isSecret(result.outputs)).to.equal(false);
  });
});

describe("EncryptedTable, given a wrong argument", () => {
  // The compiler would refuse it; a program in plain JavaScript passes it on.
  const kms = z.custom<TableEncryption>().parse("kms");
  const mistakes: { args: EncryptedTableArgs; says: string }[] = [
    {
      args: { tableName: "nextwork-kms-table", encryption: kms },
      says: 'encryption is "kms"; allowed is "owned", "aws-managed" or an EncryptionKey.',
    },
    {
      args: { tableName: "", encryption: "owned" },
      says: 'tableName is ""; allowed is a name of 3 to 255 letters, digits, "_", "-" and ".".',
    },
    {
      args: { tableName: "nextwork-kms-table", encryption: "owned", items: [{ id: "1" }, { id: "1" }] },
      says: 'the list of ids in items is ["1","1"]; allowed is ids that are not empty and differ from one another.',
    },
  ];
  for (const { args, says } of mistakes) {
    it(`creates nothing and says: ${says}`, async () => {
      expect(await refusalOf(() => new EncryptedTable("table", args))).to.equal(`EncryptedTable "table": ${says}`);
    });
  }

  it("refuses a key that DynamoDB cannot use", async () => {
    const { result: key } = await deploy(() => makeKey("RSA_2048"));
    const args = { tableName: "nextwork-kms-table", encryption: key };
    expect(await refusalOf(() => new EncryptedTable("table", args))).to.equal(
      'EncryptedTable "table": encryption is "RSA_2048"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    );
  });
});
