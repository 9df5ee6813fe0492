import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as z from "zod";

import { deployEnvironment } from "../../../infra/environment/deployEnvironment.ts";
import type { Environment, NamedWorkshop } from "../../../infra/environment/readEnvironment.ts";
import { consoleKeyPolicy } from "../../../infra/policies/consoleKeyPolicy.ts";
import { trustPolicy } from "../../../infra/policies/trustPolicy.ts";
import { account, admin } from "../mockedAws.ts";
import { deploy, secretInput, valueOf, type MockOptions } from "../support.ts";

const policyDocument = z.object({ Statement: z.array(z.unknown()) });

type Settings = NamedWorkshop["settings"];

const settings: Settings = {
  key: { alias: "nextwork-kms-key" },
  tables: [{ tableName: "nextwork-kms-table" }],
  secrets: [{ secretName: "nextwork-kms-secret", secretString: "hidden" }],
  users: [{ userName: "nextwork-kms-user", consoleLogin: true }, { userName: "colleague" }],
};
const top = (changes: Partial<Settings> = {}): NamedWorkshop => ({
  name: "workshop",
  path: [],
  settings: { ...settings, ...changes },
});
const further = (name: string, own: Settings): NamedWorkshop => ({ name, path: ["workshops", name], settings: own });

const deployIt = (workshops: NamedWorkshop[], options: MockOptions = {}, general: Partial<Environment> = {}) =>
  deploy(
    () => deployEnvironment({ target: "local", guardrails: "off", ...general, workshops }, () => undefined),
    options,
  );

const policyText = (administrator: string, users: string[]) =>
  JSON.stringify(
    consoleKeyPolicy({
      accountRoot: `arn:aws:iam::${account}:root`,
      administrators: [administrator],
      administratorsMayDelete: true,
      users,
      use: "symmetric encryption",
    }),
  );
const secretVersion = "secretsmanager/secretVersion:SecretVersion workshop-nextwork-kms-secret-version";

describe("deployEnvironment", () => {
  it("makes whoever deploys administrator and user of the key", async () => {
    const { resources } = await deployIt([top()]);
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(admin, [admin]));
  });

  it("names the role of whoever deploys with a role session", async () => {
    const { resources } = await deployIt([top()], { caller: `arn:aws:sts::${account}:assumed-role/Deployer/me` });
    const role = `arn:aws:iam::${account}:role/team/Deployer`;
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(role, [role]));
  });

  it("names only those whom the configuration names, if it names some", async () => {
    const other = `arn:aws:iam::${account}:role/KeyTeam`;
    const key = { alias: "nextwork-kms-key", administrators: [other], users: [] };
    const { resources } = await deployIt([top({ key })]);
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(other, []));
  });

  it("adds the key's statements to its policy", async () => {
    const erin = `arn:aws:iam::${account}:user/erin`;
    const statement = { Sid: "Never erin", Effect: "Deny", Action: "kms:Decrypt" } as const;
    const key = { alias: "nextwork-kms-key", statements: [{ ...statement, Principal: [erin] }] };
    const { resources } = await deployIt([top({ key })]);
    const { Statement } = policyDocument.parse(JSON.parse(String(resources["kms/key:Key workshop"]?.policy)));
    expect(Statement.at(-1)).to.deep.equal({ ...statement, Principal: { AWS: [erin] }, Resource: "*" });
  });

  it("keeps the secret value a secret", async () => {
    const { resources } = await deployIt([top()]);
    expect(resources[secretVersion]?.secretString).to.deep.equal(secretInput("hidden"));
  });

  it("generates a value where the configuration has none", async () => {
    const { resources } = await deployIt([top({ secrets: [{ secretName: "nextwork-kms-secret" }] })]);
    expect(resources[secretVersion]?.secretString)
      .to.have.property("value")
      .which.matches(/^[\w.-]{32}$/);
  });

  it("generates the password to a user's name", async () => {
    const secrets = [{ secretName: "nextwork-kms-secret", username: "admin" }];
    const { resources } = await deployIt([top({ secrets })]);
    expect(resources[secretVersion]?.secretString)
      .to.have.property("value")
      .which.matches(/^\{"username":"admin","password":"[\w.-]{32}"\}$/);
  });

  const reader = { roleName: "reader" };
  const trusted: { name: string; role: NonNullable<Settings["roles"]>[number]; trust: [string[], string[]] }[] = [
    { name: "whoever deploys, if it names nobody", role: reader, trust: [[admin], []] },
    {
      name: "users of the workshop and others whom it names",
      role: { ...reader, assumedBy: ["colleague", admin] },
      trust: [[admin, `arn:aws:iam::${account}:user/colleague`], []],
    },
    {
      name: "a service alone",
      role: { ...reader, services: ["lambda.amazonaws.com"] },
      trust: [[], ["lambda.amazonaws.com"]],
    },
  ];
  for (const { name, role, trust } of trusted) {
    it(`lets a role be assumed by ${name}`, async () => {
      const { resources } = await deployIt([top({ roles: [role] })]);
      expect(resources["iam/role:Role workshop-reader"]?.assumeRolePolicy).to.equal(
        JSON.stringify(trustPolicy(...trust)),
      );
    });
  }

  it("gives people the statements that are theirs", async () => {
    const statements = [{ Effect: "Allow" as const, Action: "s3:GetObject", Resource: "*" }];
    const people = { users: [{ userName: "Ada", statements }], roles: [{ roleName: "reader", statements }] };
    const { resources } = await deployIt([top(people)]);
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    expect(resources["iam/userPolicy:UserPolicy workshop-Ada-inline"]?.policy).to.equal(policy);
    expect(resources["iam/rolePolicy:RolePolicy workshop-reader-inline"]?.policy).to.equal(policy);
  });

  it("tags what it deploys", async () => {
    const { resources } = await deployIt([top()], {}, { tags: { Team: "A" } });
    expect(resources["kms/key:Key workshop"]?.tags).to.deep.equal({ Team: "A" });
  });

  it("returns what a person needs", async () => {
    const { result } = await deployIt([
      top({ roles: [{ ...reader, assumedBy: ["colleague"] }, { roleName: "mine" }] }),
    ]);
    const { credentials, ...others } = result;
    expect(await valueOf(pulumi.output(others))).to.deep.equal({
      key: { arn: `arn:aws:kms:us-east-1:${account}:key/workshop-id`, alias: "alias/nextwork-kms-key" },
      tables: {
        "nextwork-kms-table": { arn: `arn:aws:dynamodb:us-east-1:${account}:table/nextwork-kms-table` },
      },
      secrets: {
        "nextwork-kms-secret": {
          arn: `arn:aws:secretsmanager:us-east-1:${account}:secret:nextwork-kms-secret-AbCdEf`,
        },
      },
      users: {
        "nextwork-kms-user": {
          arn: `arn:aws:iam::${account}:user/nextwork-kms-user`,
          accessKeyId: "id of workshop-nextwork-kms-user-access-key",
          secretAccessKey: "secret access key of nextwork-kms-user",
          password: "password of nextwork-kms-user",
          signInUrl: `https://${account}.signin.aws.amazon.com/console`,
        },
        colleague: {
          arn: `arn:aws:iam::${account}:user/colleague`,
          accessKeyId: "id of workshop-colleague-access-key",
          secretAccessKey: "secret access key of colleague",
        },
      },
      roles: {
        reader: { arn: `arn:aws:iam::${account}:role/reader` },
        mine: { arn: `arn:aws:iam::${account}:role/mine` },
      },
      commands: Object.fromEntries(
        ["nextwork-kms-user", "colleague", "reader", "mine"].map((person) => [
          `${person} is refused kms:Encrypt on the key nextwork-kms-key`,
          `aws kms encrypt --key-id alias/nextwork-kms-key --plaintext bGV0dGVy --profile ${person}`,
        ]),
      ),
    });
    expect(credentials && (await valueOf(credentials))).to.equal(
      "[nextwork-kms-user]\n" +
        "aws_access_key_id = id of workshop-nextwork-kms-user-access-key\n" +
        "aws_secret_access_key = secret access key of nextwork-kms-user\n\n" +
        "[colleague]\n" +
        "aws_access_key_id = id of workshop-colleague-access-key\n" +
        "aws_secret_access_key = secret access key of colleague\n\n" +
        `[reader]\nrole_arn = arn:aws:iam::${account}:role/reader\nsource_profile = colleague\n\n` +
        `[mine]\nrole_arn = arn:aws:iam::${account}:role/mine\ncredential_source = Environment\n`,
    );
  });

  it("returns credentials as secrets, and the rest in the clear", async () => {
    const { result } = await deployIt([top()]);
    const user = result.users?.["nextwork-kms-user"];
    expect(user && (await pulumi.isSecret(user.secretAccessKey))).to.equal(true);
    expect(user?.password && (await pulumi.isSecret(user.password))).to.equal(true);
    expect(user?.signInUrl && (await pulumi.isSecret(user.signInUrl))).to.equal(false);
    expect(result.credentials && (await pulumi.isSecret(result.credentials))).to.equal(true);
    expect(result.key && (await pulumi.isSecret(result.key.arn))).to.equal(false);
  });

  it("returns a trail with its bucket, buckets and the names of alarms", async () => {
    const watched = {
      buckets: [{ bucketName: "uploads" }],
      trail: { trailName: "usage" },
      alarms: [
        { alarmName: "deletion", on: "key-deletion" as const },
        {
          alarmName: "reads",
          on: "table-reads" as const,
          tableName: "nextwork-kms-table",
          consumedReadCapacityUnits: 1,
        },
      ],
    };
    const { result } = await deployIt([top(watched)]);
    expect(await valueOf(pulumi.output(result.buckets))).to.deep.equal({ uploads: { arn: "arn:aws:s3:::uploads" } });
    expect(await valueOf(pulumi.output(result.trail))).to.deep.equal({
      name: "usage",
      arn: `arn:aws:cloudtrail:us-east-1:${account}:trail/usage`,
      bucket: "bucket of usage",
    });
    expect(result.alarms).to.deep.equal(["deletion", "reads"]);
  });

  it("returns nothing for parts that the environment lacks", async () => {
    const { result } = await deployIt([top({ tables: undefined, secrets: undefined, users: undefined })]);
    expect(Object.keys(result)).to.deep.equal(["key"]);
  });

  it("deploys several workshops, and keeps their outputs apart", async () => {
    const hub = further("hub", { key: { alias: "hub" }, users: [{ userName: "QuocBao" }] });
    const { result, resources } = await deployIt([top({ users: undefined }), hub]);
    expect(Object.keys(resources).filter((name) => name.startsWith("kms/key"))).to.deep.equal([
      "kms/key:Key workshop",
      "kms/key:Key hub",
    ]);
    expect(Object.keys(result)).to.deep.equal(["key", "tables", "secrets", "workshops", "credentials"]);
    expect(Object.keys(result.workshops?.hub ?? {})).to.deep.equal(["key", "users", "commands"]);
  });

  it("holds what it deploys to the guardrails where they are mandatory", async () => {
    const deployGuarded = (key: Settings["key"]) =>
      deploy(() => {
        try {
          deployEnvironment({ target: "local", guardrails: "mandatory", workshops: [top({ key })] }, () => undefined);
          return "not refused";
        } catch (error) {
          return error instanceof pulumi.RunError ? error.message : "another error";
        }
      });
    expect((await deployGuarded({ alias: "a", enableKeyRotation: true })).result).to.equal("not refused");
    expect((await deployGuarded({ alias: "a" })).result).to.equal(
      'Key "workshop" does not rotate (guardrail customer-keys-rotate). New key material every year limits what one ' +
        "leaked key opens, and nothing else has to change.",
    );
  });
});
