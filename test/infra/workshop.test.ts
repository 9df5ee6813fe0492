import { expect } from "chai";

import type { Component } from "../../infra/component.ts";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { Workshop } from "../../infra/workshop.ts";
import type { WorkshopArgs } from "../../infra/workshopArgs.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const keyArn = `arn:aws:kms:us-east-1:${account}:key/workshop-id`;

/** "Team task hub": one key for a table and a secret; QuocBao has the key, a colleague has not. */
const taskHub: WorkshopArgs = {
  key: { alias: "taskhub_kms", administrators: [] },
  table: { tableName: "taskhub-table" },
  secret: { secretName: "taskhub-secret", secretString: "hidden" },
  users: [{ userName: "QuocBao", keyAdministrator: true, keyUser: true }, { userName: "colleague" }],
};

/** "Encrypt a database": the admin's key, a table and a user without the key. */
const encryptedDatabase: WorkshopArgs = {
  key: { alias: "nextwork-kms-key", administrators: [admin], users: [admin] },
  table: { tableName: "nextwork-kms-table" },
  users: [{ userName: "nextwork-kms-user", policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"] }],
};

const policyText = (administrators: string[], users: string[]) =>
  JSON.stringify(
    consoleKeyPolicy({
      accountRoot: `arn:aws:iam::${account}:root`,
      administrators,
      administratorsMayDelete: true,
      users,
      use: "symmetric encryption",
    }),
  );

describe("Workshop", () => {
  it('composes "Team task hub" from one key, a table, a secret and two users', async () => {
    const { resources, components } = await deploy(() => new Workshop("workshop", taskHub));
    expect(components).to.deep.equal([
      "keylab:infra:EncryptedSecret workshop-secret",
      "keylab:infra:EncryptedTable workshop-table",
      "keylab:infra:EncryptionKey workshop",
      "keylab:infra:UnprivilegedUser workshop-QuocBao",
      "keylab:infra:UnprivilegedUser workshop-colleague",
      "keylab:infra:Workshop workshop",
    ]);
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText([user("QuocBao")], [user("QuocBao")]));
    expect(resources["kms/alias:Alias workshop-alias"]?.name).to.equal("alias/taskhub_kms");
    expect(resources["dynamodb/table:Table workshop-table"]?.serverSideEncryption).to.deep.equal({
      enabled: true,
      kmsKeyArn: keyArn,
    });
    expect(resources["secretsmanager/secret:Secret workshop-secret"]?.kmsKeyId).to.equal(keyArn);
  });

  it('composes "Encrypt a database", in which the user has no key', async () => {
    const { resources } = await deploy(() => new Workshop("workshop", encryptedDatabase));
    expect(Object.keys(resources).sort()).to.deep.equal([
      "dynamodb/table:Table workshop-table",
      "iam/accessKey:AccessKey workshop-nextwork-kms-user-access-key",
      "iam/user:User workshop-nextwork-kms-user",
      "iam/userPolicyAttachment:UserPolicyAttachment workshop-nextwork-kms-user-AmazonDynamoDBFullAccess",
      "kms/alias:Alias workshop-alias",
      "kms/key:Key workshop",
    ]);
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText([admin], [admin]));
  });

  it("makes the user a key user in the secret mission", async () => {
    const users = [{ userName: "nextwork-kms-user", keyUser: true }];
    const { resources } = await deploy(() => new Workshop("workshop", { ...encryptedDatabase, users }));
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText([admin], [admin, user("nextwork-kms-user")]));
  });

  for (const { encryption, sends } of [
    { encryption: "owned", sends: { enabled: false } },
    { encryption: "aws-managed", sends: { enabled: true } },
    { encryption: "customer-managed", sends: { enabled: true, kmsKeyArn: keyArn } },
  ] as const) {
    it(`deploys the table with the encryption "${encryption}"`, async () => {
      const args = { ...encryptedDatabase, table: { tableName: "nextwork-kms-table", encryption } };
      const { resources } = await deploy(() => new Workshop("workshop", args));
      expect(resources["dynamodb/table:Table workshop-table"]?.serverSideEncryption).to.deep.equal(sends);
    });
  }

  it("gives its tags to everything that can carry some", async () => {
    const tags = { Project: "AWS-Learning" };
    const { resources } = await deploy(() => new Workshop("workshop", { ...taskHub, tags }));
    const tagged = Object.entries(resources).filter(([, inputs]) => inputs.tags !== undefined);
    expect(tagged.map(([name]) => name).sort()).to.deep.equal([
      "dynamodb/table:Table workshop-table",
      "iam/user:User workshop-QuocBao",
      "iam/user:User workshop-colleague",
      "kms/key:Key workshop",
      "secretsmanager/secret:Secret workshop-secret",
    ]);
    for (const [, inputs] of tagged) expect(inputs.tags).to.deep.equal(tags);
  });

  it("hands over what its parts hand over, users by name", async () => {
    const { result } = await deploy(() => new Workshop("workshop", taskHub));
    const { key, table, secret, users } = await valueOf(result.outputs);
    expect(key.arn).to.equal(keyArn);
    expect(table).to.deep.equal({
      tableName: "taskhub-table",
      arn: `arn:aws:dynamodb:us-east-1:${account}:table/taskhub-table`,
      keyArn,
    });
    expect(secret?.name).to.equal("taskhub-secret");
    expect(Object.keys(users)).to.deep.equal(["QuocBao", "colleague"]);
    expect(users.colleague?.arn).to.equal(user("colleague"));
  });

  it("is a component like its parts", async () => {
    const { result } = await deploy(() => new Workshop("workshop", encryptedDatabase));
    const parts: Component<object>[] = [result, result.key, ...Object.values(result.users)];
    expect(parts).to.have.length(3);
  });

  it("creates no table, secret or user unasked", async () => {
    const { result, resources } = await deploy(
      () => new Workshop("workshop", { key: { alias: "a", administrators: [admin] } }),
    );
    expect(Object.keys(resources)).to.deep.equal(["kms/key:Key workshop", "kms/alias:Alias workshop-alias"]);
    expect([result.table, result.secret, result.users]).to.deep.equal([undefined, undefined, {}]);
  });
});

describe("Workshop, given a wrong argument of any part", () => {
  const mistakes: { args: Partial<WorkshopArgs>; says: string }[] = [
    {
      args: { key: { alias: "a", administrators: [], users: [admin] } },
      says: ", key: administrators is []; allowed is at least one administrator, or a user with keyAdministrator.",
    },
    {
      args: { key: { alias: "a", administrators: [admin], deletionWindowInDays: 6 } },
      says: ", key: deletionWindowInDays is 6; allowed is a whole number of days from 7 to 30.",
    },
    {
      args: { key: { alias: "a", administrators: ["admin"] } },
      says:
        ', key: administrators[0] is "admin"; allowed is the ARN of an IAM user, of a role, of an account\'s root, ' +
        "or of a role session.",
    },
    {
      args: { table: { tableName: "t" } },
      says: ', table: tableName is "t"; allowed is a name of 3 to 255 letters, digits, "_", "-" and ".".',
    },
    {
      args: { key: { alias: "a", administrators: [admin], keySpec: "RSA_2048" }, table: { tableName: "table" } },
      says: ', table: key is "RSA_2048"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    },
    {
      args: { secret: { secretName: "my secret", secretString: "hidden" } },
      says: ', secret: secretName is "my secret"; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
    },
    {
      args: { users: [{ userName: "a/b" }] },
      says: ', user "a/b": userName is "a/b"; allowed is a name of 1 to 64 letters, digits and "_+=,.@-".',
    },
    {
      args: { users: [{ userName: "Anna" }, { userName: "anna" }] },
      says:
        ': the list of user names is ["Anna","anna"]; allowed is names that differ from one another ' +
        "in more than upper and lower case.",
    },
  ];
  for (const { args, says } of mistakes) {
    it(`creates nothing and says${says}`, async () => {
      const message = await refusalOf(
        () => new Workshop("workshop", { key: { alias: "a", administrators: [admin] }, ...args }),
      );
      expect(message).to.equal(`Workshop "workshop"${says}`);
    });
  }

  it("lets a table of DynamoDB's own key stand beside an asymmetric key", async () => {
    const args: WorkshopArgs = {
      key: { alias: "a", administrators: [admin], keySpec: "RSA_2048" },
      table: { tableName: "table", encryption: "owned" },
    };
    expect((await deploy(() => new Workshop("workshop", args))).resources).to.have.property(
      "dynamodb/table:Table workshop-table",
    );
  });
});
