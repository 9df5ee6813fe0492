import { expect } from "chai";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";
import { presets } from "../../../infra/environment/presets/index.ts";
import { config, least } from "./configuration.ts";

const defaults = { target: "local", guardrails: "advisory" };

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
        statements: [
          {
            Sid: "Not from outside",
            Effect: "Deny",
            Principal: ["arn:aws:iam::111122223333:user/erin"],
            Action: ["kms:Decrypt"],
            Condition: { StringNotEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
          },
        ],
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
