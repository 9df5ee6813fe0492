import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";
import { presets } from "../../../infra/environment/presets/index.ts";

/** The least that an environment needs. */
const least = { "keylab:key": '{"alias":"nextwork-kms-key"}' };
const defaults = { target: "local", guardrails: "advisory" };

/** Settings as Pulumi hands them over. */
const config = (settings: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [`keylab:${name}`, JSON.stringify(value)]));

const theTop = (settings: object) => [{ name: "workshop", path: [], settings }];

describe("readEnvironment", () => {
  it("reads an environment with a key alone, on the embedded AWS, with guardrails that warn", () => {
    expect(readEnvironment(least)).to.deep.equal({
      ...defaults,
      workshops: theTop({ key: { alias: "nextwork-kms-key" } }),
    });
  });

  it("reads every setting", () => {
    const statements = [
      { Sid: "Read", Effect: "Allow", Action: "dynamodb:GetItem", Resource: ["*"] },
      { Effect: "Deny", Action: ["kms:*"], Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ];
    const rights = { keyAdministrator: false, keyUser: true };
    const policyArns = ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"];
    const general = { target: "aws", guardrails: "mandatory", tags: { Project: "AWS-Learning" } };
    const workshop = {
      key: {
        alias: "nextwork-kms-key",
        description: "For tests",
        tags: { Team: "A" },
        administrators: ["arn:aws:iam::111122223333:user/admin"],
        users: ["arn:aws:iam::111122223333:role/app"],
        trustedAccounts: ["444455556666"],
        administratorsMayDelete: false,
        deletionWindowInDays: 30,
        enableKeyRotation: true,
        multiRegion: true,
        protect: true,
        retainOnDelete: true,
      },
      tables: [{ tableName: "table", encryption: "owned", items: [{ id: "1", name: "Ada" }], protect: true }],
      secrets: [
        { secretName: "MySecret", secretString: "hidden", description: "For tests" },
        { secretName: "Generated", username: "admin" },
      ],
      buckets: [{ bucketName: "uploads", encryption: "customer-managed", bucketKeyEnabled: true }],
      users: [
        {
          userName: "nextwork-kms-user",
          policyArns,
          statements,
          permissionsBoundary: "arn:aws:iam::111122223333:policy/boundary",
          consoleLogin: true,
          ...rights,
        },
      ],
      roles: [
        {
          roleName: "reader",
          assumedBy: ["nextwork-kms-user", "arn:aws:iam::111122223333:root"],
          policyArns,
          ...rights,
        },
        { roleName: "function", services: ["lambda.amazonaws.com"], statements },
      ],
      trail: { trailName: "usage", readers: ["nextwork-kms-user"] },
      alarms: [
        { alarmName: "deletion", on: "key-deletion" },
        { alarmName: "use", on: "use-pending-deletion" },
        { alarmName: "reads", on: "table-reads", tableName: "table", consumedReadCapacityUnits: 100 },
      ],
      formerNames: ["main"],
    };
    expect(readEnvironment(config({ ...general, ...workshop }))).to.deep.equal({
      ...general,
      workshops: theTop(workshop),
    });
  });

  it("passes over the settings of others", () => {
    expect(() => readEnvironment({ ...least, "aws:region": "us-east-1" })).not.to.throw();
  });

  it("reads a preset that stands alone, as pulumi config set writes it", () => {
    const preset = "encrypt-a-database";
    const settings = { ...presets[preset], preset };
    expect(readEnvironment({ "keylab:preset": preset })).to.deep.equal({ ...defaults, workshops: theTop(settings) });
  });

  it("puts the own settings over the preset's", () => {
    const own = { preset: "encrypt-a-database", key: { enableKeyRotation: true }, users: [{ keyUser: true }] };
    const [workshop] = readEnvironment(config(own)).workshops;
    expect(workshop?.settings.key.alias).to.equal("nextwork-kms-key");
    expect(workshop?.settings.key.enableKeyRotation).to.equal(true);
    expect(workshop?.settings.users?.map(({ userName, keyUser }) => [userName, keyUser])).to.deep.equal([
      ["nextwork-kms-user", true],
    ]);
  });

  it("reads several workshops, each by its name", () => {
    const workshops = { hub: { preset: "team-task-hub" }, own: { key: { alias: "own" } } };
    const read = readEnvironment(config({ preset: "first-key", workshops })).workshops;
    expect(read.map(({ name, path, settings }) => [name, path, settings.key.alias])).to.deep.equal([
      ["workshop", [], "sanyogitaKey"],
      ["hub", ["workshops", "hub"], "taskhub_kms"],
      ["own", ["workshops", "own"], "own"],
    ]);
  });

  it("needs no workshop at the top where there are others", () => {
    const read = readEnvironment(config({ workshops: { hub: { preset: "team-task-hub" } } })).workshops;
    expect(read.map(({ name }) => name)).to.deep.equal(["hub"]);
  });

  it("takes names that differ in upper and lower case alone, where AWS does", () => {
    const tables = [{ tableName: "orders" }, { tableName: "Orders" }];
    expect(() => readEnvironment({ ...least, ...config({ tables }) })).not.to.throw();
  });
});

describe("readEnvironment, given a wrong configuration", () => {
  const key = (settings: object) => ({ key: { alias: "nextwork-kms-key", ...settings } });
  const keySettings =
    "settings named alias, description, tags, administrators, users, trustedAccounts, administratorsMayDelete, " +
    "deletionWindowInDays, enableKeyRotation, multiRegion, protect, retainOnDelete";
  const aliasRule =
    'a name of 1 to 250 letters, digits, "/", "_" and "-" that starts neither with "alias/" nor with "aws/"';
  const workshopNames = "preset, key, tables, secrets, buckets, users, roles, trail, alarms, formerNames";
  const table = { tableName: "orders" };
  const mistakes: { config: Readonly<Record<string, unknown>>; says: string }[] = [
    // What is set for the stack.
    { config: { target: "moon" }, says: 'keylab:target is "moon"; allowed is local or aws.' },
    { config: { target: "locl" }, says: 'keylab:target is "locl" (did you mean local?); allowed is local or aws.' },
    {
      config: { guardrails: "madatory" },
      says: 'keylab:guardrails is "madatory" (did you mean mandatory?); allowed is off or advisory or mandatory.',
    },
    { config: { tags: { Project: 1 } }, says: "keylab:tags.Project is 1; allowed is a text." },
    { config: { tags: ["Project"] }, says: "keylab:tags is a list; allowed is texts by name." },
    {
      config: { taget: "local" },
      says:
        "keylab:taget is no setting (did you mean target?); allowed are settings named target, guardrails, tags, " +
        `${workshopNames}, workshops.`,
    },
    {
      config: { table },
      says:
        "keylab:table is no setting (did you mean tables?); allowed are settings named target, guardrails, tags, " +
        `${workshopNames}, workshops.`,
    },
    {
      config: { preset: "encrypt-a-databse" },
      says:
        'keylab:preset is "encrypt-a-databse" (did you mean encrypt-a-database?); allowed is encrypt-a-database or ' +
        "team-task-hub or first-key or kms-practicals or new-key-policy or audited-database.",
    },
    {
      config: { preset: "moon" },
      says:
        'keylab:preset is "moon"; allowed is encrypt-a-database or team-task-hub or first-key or kms-practicals or ' +
        "new-key-policy or audited-database.",
    },
    // The key.
    {
      config: key({ deletionWindowInDays: 6 }),
      says: "keylab:key.deletionWindowInDays is 6; allowed is a whole number of days from 7 to 30.",
    },
    {
      config: key({ deletionWindowInDays: "7" }),
      says: 'keylab:key.deletionWindowInDays is "7"; allowed is a whole number of days from 7 to 30.',
    },
    { config: key({ alias: "aws/dynamodb" }), says: `keylab:key.alias is "aws/dynamodb"; allowed is ${aliasRule}.` },
    { config: { key: {} }, says: `keylab:key.alias is missing; needed is ${aliasRule}.` },
    { config: { key: "my-key" }, says: `keylab:key is "my-key"; allowed is ${keySettings}.` },
    {
      config: key({ enableRotation: true }),
      says: `keylab:key.enableRotation is no setting (did you mean enableKeyRotation?); allowed are ${keySettings}.`,
    },
    { config: key({ multiRegion: "no" }), says: 'keylab:key.multiRegion is "no"; allowed is true or false.' },
    { config: key({ protect: 1 }), says: "keylab:key.protect is 1; allowed is true or false." },
    {
      config: key({ administrators: ["admin"] }),
      says:
        'keylab:key.administrators[0] is "admin"; allowed is the ARN of an IAM user, of a role, of an account\'s root, ' +
        "or of a role session.",
    },
    {
      config: key({ trustedAccounts: ["1234"] }),
      says: 'keylab:key.trustedAccounts[0] is "1234"; allowed is an account id of twelve digits.',
    },
    {
      config: key({ administrators: [] }),
      says:
        "keylab:key.administrators is empty; allowed is at least one administrator, or a user or role with " +
        "keyAdministrator.",
    },
    // What is under the key.
    {
      config: { tables: [{ ...table, encryption: "kms" }] },
      says: 'keylab:tables[0].encryption is "kms"; allowed is owned or aws-managed or customer-managed.',
    },
    {
      config: { tables: [{}] },
      says: 'keylab:tables[0].tableName is missing; needed is a name of 3 to 255 letters, digits, "_", "-" and ".".',
    },
    { config: { tables: table }, says: "keylab:tables is settings by name; allowed is a list." },
    {
      config: { tables: [table, table] },
      says: 'keylab:tables[1].tableName is "orders", as keylab:tables[0].tableName is; allowed is a name of its own.',
    },
    {
      config: { tables: [{ ...table, items: [{ name: "Ada" }] }] },
      says: "keylab:tables[0].items[0].id is missing; needed is a text.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "1", age: 36 }] }] },
      says: "keylab:tables[0].items[0].age is wrong; allowed is a text.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "1" }, { id: "1" }] }] },
      says: "keylab:tables[0].items[1].id is wrong; allowed is an id of its own that is not empty.",
    },
    {
      config: { tables: [{ ...table, items: [{ id: "" }] }] },
      says: "keylab:tables[0].items[0].id is wrong; allowed is an id of its own that is not empty.",
    },
    { config: { secrets: "a password" }, says: "keylab:secrets is wrong; allowed is a list." },
    {
      config: { secrets: ["a password"] },
      says: "keylab:secrets[0] is wrong; allowed is settings named secretName, secretString, username, description.",
    },
    {
      config: { secrets: [{ secretName: "my secret" }] },
      says: 'keylab:secrets[0].secretName is "my secret"; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
    },
    {
      config: { secrets: [{ secretName: "s", secretString: 12345 }] },
      says: "keylab:secrets[0].secretString is wrong; allowed is a text.",
    },
    {
      config: { secrets: [{ secretName: "s", secretString: "hidden", username: "admin" }] },
      says:
        "keylab:secrets[0].username stands beside secretString; allowed is one of them, as the username is for a value " +
        "that is generated.",
    },
    {
      config: { buckets: [{ bucketName: "My Bucket" }] },
      says:
        'keylab:buckets[0].bucketName is "My Bucket"; allowed is a name of 3 to 63 small letters, digits and "-", which ' +
        "begins and ends with a letter or digit.",
    },
    {
      config: { buckets: [{ bucketName: "uploads", encryption: "aws-managed" }] },
      says: 'keylab:buckets[0].encryption is "aws-managed"; allowed is owned or customer-managed.',
    },
    // People.
    {
      config: { users: [{ userName: "Ada" }, { userName: "a b" }] },
      says: 'keylab:users[1].userName is "a b"; allowed is a name of 1 to 64 letters, digits and "_+=,.@-".',
    },
    {
      config: { users: [{ userName: "Ada", keyUser: "yes" }] },
      says: 'keylab:users[0].keyUser is "yes"; allowed is true or false.',
    },
    {
      config: { users: [{ userName: "Ada", policyArns: ["AmazonDynamoDBFullAccess"] }] },
      says:
        'keylab:users[0].policyArns[0] is "AmazonDynamoDBFullAccess"; allowed is the ARN of a managed policy, such as ' +
        "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess.",
    },
    {
      config: { users: [{ userName: "Anna" }], roles: [{ roleName: "anna" }] },
      says: 'keylab:roles[0].roleName is "anna", as keylab:users[0].userName is; allowed is a name of its own.',
    },
    {
      config: { users: [{ userName: "Ada", statements: [{ Effect: "allow", Action: "*", Resource: "*" }] }] },
      says: 'keylab:users[0].statements[0].Effect is "allow" (did you mean Allow?); allowed is Allow or Deny.',
    },
    {
      config: { users: [{ userName: "Ada", statements: [{ Effect: "Allow", Action: 1, Resource: "*" }] }] },
      says: "keylab:users[0].statements[0].Action is 1; allowed is a text or a list of texts.",
    },
    {
      config: { users: [{ userName: "Charles" }], roles: [{ roleName: "reader", assumedBy: ["Charels"] }] },
      says:
        'keylab:roles[0].assumedBy[0] is "Charels" (did you mean Charles?); allowed is the userName of one of the ' +
        "workshop's users, or the ARN of an IAM user, of a role, of an account's root, or of a role session.",
    },
    {
      config: { roles: [{ roleName: "function", services: ["lambda"] }] },
      says: 'keylab:roles[0].services[0] is "lambda"; allowed is the name of a service, such as lambda.amazonaws.com.',
    },
    // Who watches.
    {
      config: { trail: { trailName: "Usage" } },
      says:
        'keylab:trail.trailName is "Usage"; allowed is a name of 3 to 50 small letters, digits and single hyphens ' +
        "between them.",
    },
    {
      config: { trail: { trailName: "usage", readers: ["Ada"] } },
      says: 'keylab:trail.readers[0] is "Ada"; allowed is the userName of one of the workshop\'s users.',
    },
    {
      config: { alarms: [{ alarmName: "a", on: "deletion" }] },
      says:
        'keylab:alarms[0].on is "deletion" (did you mean key-deletion?); allowed is key-deletion or ' +
        "use-pending-deletion or table-reads.",
    },
    {
      config: { alarms: [{ alarmName: "a", on: "table-reads" }] },
      says:
        "keylab:alarms[0].tableName is missing; needed is the tableName of one of the workshop's tables.\n" +
        "keylab:alarms[0].consumedReadCapacityUnits is missing; needed is a number above 0.",
    },
    {
      config: {
        tables: [table],
        alarms: [{ alarmName: "a", on: "table-reads", tableName: "order", consumedReadCapacityUnits: 1 }],
      },
      says:
        'keylab:alarms[0].tableName is "order" (did you mean orders?); allowed is the tableName of one of the ' +
        "workshop's tables.",
    },
    {
      config: { alarms: [{ alarmName: "a", on: "table-reads", tableName: "orders", consumedReadCapacityUnits: 0 }] },
      says: "keylab:alarms[0].consumedReadCapacityUnits is 0; allowed is a number above 0.",
    },
    {
      config: { tables: [table], alarms: [{ alarmName: "a", on: "key-deletion", tableName: "orders" }] },
      says: "keylab:alarms[0].tableName stands beside on: key-deletion; allowed is that with on: table-reads alone.",
    },
    // Several workshops.
    { config: { workshops: "hub" }, says: 'keylab:workshops is "hub"; allowed is workshops by name.' },
    {
      config: { workshops: { hub: { key: { alias: "a b" } } } },
      says: `keylab:workshops.hub.key.alias is "a b"; allowed is ${aliasRule}.`,
    },
    {
      config: { workshops: { hub: {} } },
      says: `keylab:workshops.hub.key is missing; needed is ${keySettings}.`,
    },
    {
      config: { workshops: { hub: { key: { alias: "nextwork-kms-key" } } } },
      says: 'keylab:workshops.hub.key.alias is "nextwork-kms-key", as keylab:key.alias is; allowed is a name of its own.',
    },
    {
      config: { workshops: { "my hub": { key: { alias: "hub" } } } },
      says:
        'keylab:workshops.my hub has a wrong name; allowed is a name of 1 to 41 letters, digits and "-" that begins ' +
        "with a letter and is not workshop.",
    },
    {
      config: { workshops: { hub: { preset: "team-task-hub", users: [{ userName: "QuocBao", keyUser: 1 }] } } },
      says: "keylab:workshops.hub.users[0].keyUser is 1; allowed is true or false.",
    },
  ];
  for (const mistake of mistakes) {
    it(`says: ${mistake.says}`, () => {
      expect(() => readEnvironment({ ...least, ...config(mistake.config) }))
        .to.throw(pulumi.RunError)
        .with.property("message", mistake.says);
    });
  }

  it("tells a stack without a workshop how to get one", () => {
    expect(() => readEnvironment({ "keylab:target": "local" }))
      .to.throw(pulumi.RunError)
      .with.property(
        "message",
        "This stack has no workshop yet: name one, as in pulumi config set keylab:preset encrypt-a-database, " +
          "or describe one by keylab:key (docs/environments.md).",
      );
  });

  it("does not ask for what a preset that is misspelt may have", () => {
    expect(() => readEnvironment({ "keylab:preset": "first-kee" }))
      .to.throw(pulumi.RunError)
      .with.property("message")
      .which.matches(/^keylab:preset is "first-kee" \(did you mean first-key\?\); allowed is [^\n]*$/);
  });

  it("says all that is wrong at once", () => {
    const settings = { target: "moon", key: { enableKeyRotation: 1 } };
    expect(() => readEnvironment(config(settings)))
      .to.throw(pulumi.RunError)
      .with.property(
        "message",
        'keylab:target is "moon"; allowed is local or aws.\n' +
          "keylab:key.enableKeyRotation is 1; allowed is true or false.\n" +
          `keylab:key.alias is missing; needed is ${aliasRule}.`,
      );
  });

  it("repeats neither items nor values of secrets, wherever they stand", () => {
    const hidden = { secretName: "s", secretString: "hidden" };
    const item = { id: "hidden" };
    for (const settings of [
      { secrets: hidden },
      { secrets: [hidden.secretString] },
      { secrets: [{ ...hidden, description: { hidden } }] },
      { secret: hidden },
      { tables: { tableName: "orders", items: [item] } },
      { tables: [{ tableName: "orders", items: "hidden" }] },
      { workshops: [{ secrets: [hidden] }] },
      { workshops: { hub: [{ secrets: [hidden] }] } },
    ])
      expect(() => readEnvironment({ ...least, ...config(settings) }))
        .to.throw(pulumi.RunError)
        .with.property("message")
        .which.does.not.include("hidden");
  });
});
