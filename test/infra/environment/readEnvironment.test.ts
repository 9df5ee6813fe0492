import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";

/** The least that an environment needs. */
const least = { "keylab:target": "local", "keylab:key": '{"alias":"nextwork-kms-key"}' };

describe("readEnvironment", () => {
  it("reads an environment with a key alone", () => {
    expect(readEnvironment(least)).to.deep.equal({ target: "local", key: { alias: "nextwork-kms-key" } });
  });

  it("reads every setting", () => {
    const environment = {
      target: "aws",
      key: {
        alias: "nextwork-kms-key",
        description: "For tests",
        administrators: ["arn:aws:iam::111122223333:user/admin"],
        users: ["arn:aws:iam::111122223333:role/app"],
        trustedAccounts: ["444455556666"],
        administratorsMayDelete: false,
        deletionWindowInDays: 30,
        enableKeyRotation: true,
      },
      table: { tableName: "nextwork-kms-table", encryption: "owned", items: [{ id: "1", name: "Ada" }] },
      secret: { secretName: "MySecret", secretString: "hidden", description: "For tests" },
      users: [
        {
          userName: "nextwork-kms-user",
          policyArns: ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
          consoleLogin: true,
          keyAdministrator: false,
          keyUser: true,
        },
      ],
      tags: { Project: "AWS-Learning" },
    };
    const config = new Map(
      Object.entries(environment).map(([name, value]) => [`keylab:${name}`, JSON.stringify(value)]),
    );
    expect(readEnvironment(Object.fromEntries(config))).to.deep.equal(environment);
  });

  it("passes over the settings of others", () => {
    expect(() => readEnvironment({ ...least, "aws:region": "us-east-1" })).not.to.throw();
  });
});

describe("readEnvironment, given a wrong configuration", () => {
  const key = (settings: object) => JSON.stringify({ alias: "nextwork-kms-key", ...settings });
  const mistakes: { config: Record<string, string>; says: string }[] = [
    {
      config: { "keylab:key": key({ deletionWindowInDays: 6 }) },
      says: "keylab:key.deletionWindowInDays is 6; allowed is a whole number of days from 7 to 30.",
    },
    {
      config: { "keylab:key": key({ deletionWindowInDays: "7" }) },
      says: 'keylab:key.deletionWindowInDays is "7"; allowed is a whole number of days from 7 to 30.',
    },
    {
      config: { "keylab:key": key({ alias: "aws/dynamodb" }) },
      says:
        'keylab:key.alias is "aws/dynamodb"; allowed is a name of 1 to 250 letters, digits, "/", "_" and "-" ' +
        'that starts neither with "alias/" nor with "aws/".',
    },
    {
      config: { "keylab:key": "{}" },
      says:
        'keylab:key.alias is missing; needed is a name of 1 to 250 letters, digits, "/", "_" and "-" ' +
        'that starts neither with "alias/" nor with "aws/".',
    },
    {
      config: { "keylab:key": "nextwork-kms-key" },
      says:
        'keylab:key is "nextwork-kms-key"; allowed is settings named alias, description, administrators, users, ' +
        "trustedAccounts, administratorsMayDelete, deletionWindowInDays, enableKeyRotation.",
    },
    {
      config: { "keylab:key": key({ enableRotation: true }) },
      says:
        "keylab:key.enableRotation is no setting; allowed are settings named alias, description, administrators, users, " +
        "trustedAccounts, administratorsMayDelete, deletionWindowInDays, enableKeyRotation.",
    },
    { config: { "keylab:target": "moon" }, says: 'keylab:target is "moon"; allowed is local or aws.' },
    {
      config: { "keylab:taget": "local" },
      says: "keylab:taget is no setting; allowed are settings named target, key, table, secret, users, tags.",
    },
    {
      config: { "keylab:table": '{"tableName":"table","encryption":"kms"}' },
      says: 'keylab:table.encryption is "kms"; allowed is owned or aws-managed or customer-managed.',
    },
    {
      config: { "keylab:users": '[{"userName":"Ada"},{"userName":"a b"}]' },
      says: 'keylab:users[1].userName is "a b"; allowed is a name of 1 to 64 letters, digits and "_+=,.@-".',
    },
    {
      config: { "keylab:users": '{"userName":"Ada"}' },
      says: 'keylab:users is {"userName":"Ada"}; allowed is a list.',
    },
    {
      config: { "keylab:users": '[{"userName":"Ada","keyUser":"yes"}]' },
      says: 'keylab:users[0].keyUser is "yes"; allowed is true or false.',
    },
    { config: { "keylab:tags": '{"Project":1}' }, says: "keylab:tags.Project is 1; allowed is a text." },
    {
      config: { "keylab:secret": "a password" },
      says: "keylab:secret is wrong; allowed is settings named secretName, secretString, description.",
    },
    {
      config: { "keylab:secret": '{"secretName":"my secret","secretString":"hidden"}' },
      says: 'keylab:secret.secretName is "my secret"; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
    },
    {
      config: { "keylab:secret": '{"secretName":"s","secretString":12345}' },
      says: "keylab:secret.secretString is wrong; allowed is a text.",
    },
    {
      config: { "keylab:table": '{"tableName":"table","items":[{"name":"Ada"}]}' },
      says: "keylab:table.items[0].id is missing; needed is a text.",
    },
  ];
  for (const { config, says } of mistakes) {
    it(`says: ${says}`, () => {
      expect(() => readEnvironment({ ...least, ...config }))
        .to.throw(pulumi.RunError)
        .with.property("message", says);
    });
  }

  it("says all that is wrong at once", () => {
    expect(() => readEnvironment({ "keylab:key": key({ enableKeyRotation: 1 }) }))
      .to.throw(pulumi.RunError)
      .with.property(
        "message",
        "keylab:target is missing; needed is local or aws.\n" +
          "keylab:key.enableKeyRotation is 1; allowed is true or false.",
      );
  });
});
