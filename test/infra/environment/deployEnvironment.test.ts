import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { deployEnvironment } from "../../../infra/environment/deployEnvironment.ts";
import type { Environment } from "../../../infra/environment/readEnvironment.ts";
import { consoleKeyPolicy } from "../../../infra/policies/consoleKeyPolicy.ts";
import { account, admin } from "../mockedAws.ts";
import { deploy, secretInput, valueOf, type MockOptions } from "../support.ts";

const environment: Environment = {
  target: "local",
  key: { alias: "nextwork-kms-key" },
  table: { tableName: "nextwork-kms-table" },
  secret: { secretName: "nextwork-kms-secret", secretString: "hidden" },
  users: [{ userName: "nextwork-kms-user", consoleLogin: true }, { userName: "colleague" }],
};

const deployIt = (changes: Partial<Environment> = {}, options: MockOptions = {}) =>
  deploy(() => deployEnvironment({ ...environment, ...changes }), options);

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

describe("deployEnvironment", () => {
  it("makes whoever deploys administrator and user of the key", async () => {
    const { resources } = await deployIt();
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(admin, [admin]));
  });

  it("names the role of whoever deploys with a role session", async () => {
    const { resources } = await deployIt({}, { caller: `arn:aws:sts::${account}:assumed-role/Deployer/me` });
    const role = `arn:aws:iam::${account}:role/team/Deployer`;
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(role, [role]));
  });

  it("names only those whom the configuration names, if it names some", async () => {
    const other = `arn:aws:iam::${account}:role/KeyTeam`;
    const key = { alias: "nextwork-kms-key", administrators: [other], users: [] };
    const { resources } = await deployIt({ key });
    expect(resources["kms/key:Key workshop"]?.policy).to.equal(policyText(other, []));
  });

  it("keeps the secret value a secret", async () => {
    const { resources } = await deployIt();
    expect(resources["secretsmanager/secretVersion:SecretVersion workshop-secret-version"]?.secretString).to.deep.equal(
      secretInput("hidden"),
    );
  });

  it("returns what a person needs", async () => {
    const { result } = await deployIt();
    expect(await valueOf(pulumi.output(result))).to.deep.equal({
      key: { arn: `arn:aws:kms:us-east-1:${account}:key/workshop-id`, alias: "alias/nextwork-kms-key" },
      table: {
        name: "nextwork-kms-table",
        arn: `arn:aws:dynamodb:us-east-1:${account}:table/nextwork-kms-table`,
      },
      secret: {
        name: "nextwork-kms-secret",
        arn: `arn:aws:secretsmanager:us-east-1:${account}:secret:nextwork-kms-secret-AbCdEf`,
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
    });
  });

  it("returns credentials as secrets, and the rest in the clear", async () => {
    const { result } = await deployIt();
    const user = result.users["nextwork-kms-user"];
    expect(user && (await pulumi.isSecret(user.secretAccessKey))).to.equal(true);
    expect(user?.password && (await pulumi.isSecret(user.password))).to.equal(true);
    expect(user?.signInUrl && (await pulumi.isSecret(user.signInUrl))).to.equal(false);
    expect(await pulumi.isSecret(result.key.arn)).to.equal(false);
  });

  it("returns nothing for parts that the environment lacks", async () => {
    const { result } = await deployIt({ table: undefined, secret: undefined, users: undefined });
    expect(Object.keys(result)).to.deep.equal(["key", "users"]);
  });
});
