import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";
import { config, least, mistakeTable, type Mistake } from "./configuration.ts";

describe("readEnvironment, given a wrong configuration", () => {
  const key = (settings: object) => ({ key: { alias: "nextwork-kms-key", ...settings } });
  const keySettings =
    "settings named alias, description, tags, administrators, users, trustedAccounts, statements, administratorsMayDelete, " +
    "deletionWindowInDays, enableKeyRotation, multiRegion, protect, retainOnDelete";
  const aliasRule =
    'a name of 1 to 250 letters, digits, "/", "_" and "-" that starts neither with "alias/" nor with "aws/"';
  const workshopNames = "preset, key, tables, secrets, buckets, users, roles, trail, alarms, formerNames";
  const mistakes: Mistake[] = [
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
      config: { table: {} },
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
      config: key({ statements: [{ Effect: "Deny", Principal: ["erin"], Action: "kms:Decrypt" }] }),
      says:
        'keylab:key.statements[0].Principal[0] is "erin"; allowed is the ARN of an IAM user, of a role, of an account\'s root, ' +
        "or of a role session.",
    },
    {
      config: key({ statements: [{ Effect: "Deny", Principal: [], Action: "kms:Decrypt" }] }),
      says: "keylab:key.statements[0].Principal is empty; allowed is at least one principal.",
    },
    {
      config: key({ statements: [{ Effect: "Refuse", Principal: [], Action: "kms:Decrypt" }] }),
      says: 'keylab:key.statements[0].Effect is "Refuse"; allowed is Allow or Deny.',
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
  mistakeTable(mistakes);

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
