import { expect } from "chai";

import type { Component } from "../../infra/component.ts";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { trustPolicy } from "../../infra/policies/trustPolicy.ts";
import { Workshop } from "../../infra/workshop.ts";
import type { WorkshopArgs } from "../../infra/workshopArgs.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const keyArn = `arn:aws:kms:us-east-1:${account}:key/workshop-id`;

/** "Team task hub": one key for a table and a secret; QuocBao has the key, a colleague has not. */
const taskHub: WorkshopArgs = {
  key: { alias: "taskhub_kms", administrators: [] },
  tables: [{ tableName: "taskhub-table" }],
  secrets: [{ secretName: "taskhub-secret", secretString: "hidden" }],
  users: [{ userName: "QuocBao", keyAdministrator: true, keyUser: true }, { userName: "colleague" }],
};

/** "Encrypt a database": the admin's key, a table and a user without the key. */
const encryptedDatabase: WorkshopArgs = {
  key: { alias: "nextwork-kms-key", administrators: [admin], users: [admin] },
  tables: [{ tableName: "nextwork-kms-table" }],
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
      "keylab:infra:EncryptedSecret workshop-taskhub-secret",
      "keylab:infra:EncryptedTable workshop-taskhub-table",
      "keylab:infra:EncryptionKey workshop",
      "keylab:infra:UnprivilegedUser workshop-QuocBao",
      "keylab:infra:UnprivilegedUser workshop-colleague",
      "keylab:infra:Workshop workshop",
    ]);
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText([user("QuocBao")], [user("QuocBao")]));
    expect(resources["kms/alias:Alias workshop-alias"]?.name).to.equal("alias/taskhub_kms");
    expect(resources["dynamodb/table:Table workshop-taskhub-table"]?.serverSideEncryption).to.deep.equal({
      enabled: true,
      kmsKeyArn: keyArn,
    });
    expect(resources["secretsmanager/secret:Secret workshop-taskhub-secret"]?.kmsKeyId).to.equal(keyArn);
  });

  it('composes "Encrypt a database", in which the user has no key', async () => {
    const { resources } = await deploy(() => new Workshop("workshop", encryptedDatabase));
    expect(Object.keys(resources).sort()).to.deep.equal([
      "dynamodb/table:Table workshop-nextwork-kms-table",
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
      const args = { ...encryptedDatabase, tables: [{ tableName: "nextwork-kms-table", encryption }] };
      const { resources } = await deploy(() => new Workshop("workshop", args));
      expect(resources["dynamodb/table:Table workshop-nextwork-kms-table"]?.serverSideEncryption).to.deep.equal(sends);
    });
  }

  it("gives its tags to everything that can carry some", async () => {
    const tags = { Project: "AWS-Learning" };
    const { resources } = await deploy(() => new Workshop("workshop", { ...taskHub, tags }));
    const tagged = Object.entries(resources).filter(([, inputs]) => inputs.tags !== undefined);
    expect(tagged.map(([name]) => name).sort()).to.deep.equal([
      "dynamodb/table:Table workshop-taskhub-table",
      "iam/user:User workshop-QuocBao",
      "iam/user:User workshop-colleague",
      "kms/key:Key workshop",
      "secretsmanager/secret:Secret workshop-taskhub-secret",
    ]);
    for (const [, inputs] of tagged) expect(inputs.tags).to.deep.equal(tags);
  });

  it("lets whom it names assume its roles, and makes roles key users", async () => {
    const args: WorkshopArgs = {
      ...encryptedDatabase,
      roles: [
        { roleName: "reader", userNames: ["nextwork-kms-user"], principals: [admin], keyUser: true },
        { roleName: "keeper", services: ["lambda.amazonaws.com"], keyAdministrator: true },
      ],
    };
    const { resources } = await deploy(() => new Workshop("workshop", args));
    expect(resources["iam/role:Role workshop-reader"]?.assumeRolePolicy).to.equal(
      JSON.stringify(trustPolicy([admin, user("nextwork-kms-user")], [])),
    );
    const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(
      policyText([admin, role("keeper")], [admin, role("reader")]),
    );
  });

  it("puts a bucket under the key, or leaves it under S3's own", async () => {
    const buckets = [{ bucketName: "uploads" }, { bucketName: "pictures", encryption: "owned" }] as const;
    const { resources } = await deploy(() => new Workshop("workshop", { ...encryptedDatabase, buckets }));
    const encryption =
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration workshop-uploads-encryption";
    expect(Object.keys(resources).filter((name) => name.startsWith("s3/"))).to.have.members([
      "s3/bucket:Bucket workshop-uploads",
      encryption,
      "s3/bucket:Bucket workshop-pictures",
    ]);
  });

  it("watches the key and the tables", async () => {
    const args: WorkshopArgs = {
      ...encryptedDatabase,
      trail: { trailName: "usage", readers: ["nextwork-kms-user"] },
      alarms: [
        { alarmName: "deletion", on: "key-deletion" },
        { alarmName: "use", on: "use-pending-deletion" },
        { alarmName: "reads", on: "table-reads", tableName: "nextwork-kms-table", consumedReadCapacityUnits: 100 },
      ],
    };
    const { resources } = await deploy(() => new Workshop("workshop", args));
    const pattern = (detail: object) =>
      JSON.stringify({
        source: ["aws.kms"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: { ...detail, resources: { ARN: [keyArn] } },
      });
    const rule = (name: string) => resources[`cloudwatch/eventRule:EventRule workshop-${name}`];
    expect(rule("deletion")?.eventPattern).to.equal(pattern({ eventName: ["ScheduleKeyDeletion"] }));
    expect(rule("use")?.eventPattern).to.equal(pattern({ errorMessage: [{ suffix: " is pending deletion." }] }));
    const alarm = resources["cloudwatch/metricAlarm:MetricAlarm workshop-reads"];
    expect(alarm?.dimensions).to.deep.equal({ TableName: "nextwork-kms-table" });
    expect(alarm?.threshold).to.equal(100);
    expect(resources["awsx:cloudtrail:Trail workshop-trail"]?.name).to.equal("usage");
    expect(resources["iam/userPolicy:UserPolicy workshop-trail-reader-0"]?.user).to.equal("nextwork-kms-user");
  });

  it("adds the key's own tags to those of the workshop", async () => {
    const key = { ...encryptedDatabase.key, tags: { Project: "Keys" } };
    const args = { ...encryptedDatabase, key, tags: { Project: "AWS-Learning", Team: "A" } };
    const { resources } = await deploy(() => new Workshop("workshop", args));
    expect(resources["kms/key:Key workshop"]?.tags).to.deep.equal({ Project: "Keys", Team: "A" });
    expect(resources["dynamodb/table:Table workshop-nextwork-kms-table"]?.tags).to.deep.equal(args.tags);
  });

  it("hands over what its parts hand over, users by name", async () => {
    const { result } = await deploy(() => new Workshop("workshop", taskHub));
    const { key, tables, secrets, users } = await valueOf(result.outputs);
    expect(key.arn).to.equal(keyArn);
    expect(tables["taskhub-table"]).to.deep.equal({
      tableName: "taskhub-table",
      arn: `arn:aws:dynamodb:us-east-1:${account}:table/taskhub-table`,
      keyArn,
    });
    expect(secrets["taskhub-secret"]?.name).to.equal("taskhub-secret");
    expect(Object.keys(users)).to.deep.equal(["QuocBao", "colleague"]);
    expect(users.colleague?.arn).to.equal(user("colleague"));
  });

  it("is a component like its parts", async () => {
    const { result } = await deploy(() => new Workshop("workshop", encryptedDatabase));
    const parts: Component<object>[] = [result, result.key, ...Object.values(result.users)];
    expect(parts).to.have.length(3);
  });

  it("creates nothing but the key unasked", async () => {
    const { result, resources } = await deploy(
      () => new Workshop("workshop", { key: { alias: "a", administrators: [admin] } }),
    );
    expect(Object.keys(resources)).to.deep.equal(["kms/key:Key workshop", "kms/alias:Alias workshop-alias"]);
    const { tables, secrets, buckets, users, roles, trail, alarms } = result;
    expect([tables, secrets, buckets, users, roles, trail, alarms]).to.deep.equal([{}, {}, {}, {}, {}, undefined, {}]);
  });
});

describe("Workshop, given a wrong argument of any part", () => {
  const mistakes: { args: Partial<WorkshopArgs>; says: string }[] = [
    {
      args: { key: { alias: "a", administrators: [], users: [admin] } },
      says: ", key: administrators is []; allowed is at least one administrator, or a user or role with keyAdministrator.",
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
      args: { tables: [{ tableName: "t" }] },
      says: ', table "t": tableName is "t"; allowed is a name of 3 to 255 letters, digits, "_", "-" and ".".',
    },
    {
      args: { key: { alias: "a", administrators: [admin], keySpec: "RSA_2048" }, tables: [{ tableName: "table" }] },
      says: ', table "table": key is "RSA_2048"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    },
    {
      args: { secrets: [{ secretName: "my secret", secretString: "hidden" }] },
      says: ', secret "my secret": secretName is "my secret"; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
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
    {
      args: { tables: [{ tableName: "orders" }, { tableName: "orders" }] },
      says:
        ': the list of table names is ["orders","orders"]; allowed is ids that are not empty and differ ' +
        "from one another.",
    },
    {
      args: { buckets: [{ bucketName: "My Bucket" }] },
      says:
        ', bucket "My Bucket": bucketName is "My Bucket"; allowed is a name of 3 to 63 small letters, digits and "-", ' +
        "which begins and ends with a letter or digit.",
    },
    {
      args: { roles: [{ roleName: "reader" }] },
      says: ', role "reader": principals is []; allowed is at least one principal or service.',
    },
    {
      args: { users: [{ userName: "Ada" }], roles: [{ roleName: "reader", userNames: ["Bob"] }] },
      says: ', role "reader": userNames is "Bob"; allowed is Ada.',
    },
    {
      args: { trail: { trailName: "usage", readers: ["auditor"] } },
      says: ', trail: readers is "auditor"; allowed is nothing, as there is nothing to name.',
    },
    {
      args: { trail: { trailName: "Usage" } },
      says:
        ', trail: trailName is "Usage"; allowed is a name of 3 to 50 small letters, digits and single hyphens ' +
        "between them.",
    },
    {
      args: { alarms: [{ alarmName: "key deletion", on: "key-deletion" }] },
      says:
        ', alarm "key deletion": alarmName is "key deletion"; allowed is a name of 1 to 64 letters, digits, "_", "-" ' +
        'and ".".',
    },
    {
      args: { alarms: [{ alarmName: "reads", on: "table-reads", tableName: "orders", consumedReadCapacityUnits: 1 }] },
      says: ', alarm "reads": tableName is "orders"; allowed is nothing, as there is nothing to name.',
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
      tables: [{ tableName: "table", encryption: "owned" }],
    };
    expect((await deploy(() => new Workshop("workshop", args))).resources).to.have.property(
      "dynamodb/table:Table workshop-table",
    );
  });
});
