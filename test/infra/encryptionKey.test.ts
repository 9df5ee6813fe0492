import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { EncryptionKeyArgs } from "../../infra/encryptionKeyArgs.ts";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf, type Deployment, type MockOptions } from "./support.ts";

const accountRoot = `arn:aws:iam::${account}:root`;

/** Deploys the key of the workshop "Encrypt a database", with other arguments where a test needs them. */
const deployKey = (args: Partial<EncryptionKeyArgs> = {}, options: MockOptions = {}) =>
  deploy(
    () =>
      new EncryptionKey("workshop", { alias: "nextwork-kms-key", administrators: [admin], users: [admin], ...args }),
    options,
  );

/** The key policy that was sent, as text. */
const policyOf = ({ resources }: Deployment<unknown>) => resources["kms/key:Key workshop"]?.policy;

/** The console key policy as text. */
const policyText = (args: Partial<Parameters<typeof consoleKeyPolicy>[0]>) =>
  JSON.stringify(
    consoleKeyPolicy({
      accountRoot,
      administrators: [admin],
      administratorsMayDelete: true,
      users: [admin],
      use: "symmetric encryption",
      ...args,
    }),
  );

describe("EncryptionKey", () => {
  it("creates a key and an alias, and nothing else", async () => {
    const { resources, components } = await deployKey({
      description: "KMS key that will encrypt a DynamoDB database.",
      tags: { Project: "AWS-Learning" },
    });
    expect(resources).to.deep.equal({
      "kms/key:Key workshop": {
        description: "KMS key that will encrypt a DynamoDB database.",
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        keyUsage: "ENCRYPT_DECRYPT",
        enableKeyRotation: false,
        deletionWindowInDays: 7,
        policy: policyText({}),
        tags: { Project: "AWS-Learning" },
      },
      "kms/alias:Alias workshop-alias": { name: "alias/nextwork-kms-key", targetKeyId: "workshop-id" },
    });
    expect(components).to.deep.equal(["keylab:infra:EncryptionKey workshop"]);
  });

  it("passes on what is said about rotation, deletion and the kind of key", async () => {
    const { resources } = await deployKey({ enableKeyRotation: true, deletionWindowInDays: 30 });
    expect(resources["kms/key:Key workshop"]).to.include({ enableKeyRotation: true, deletionWindowInDays: 30 });

    const signing = await deployKey({ keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" });
    expect(signing.resources["kms/key:Key workshop"]).to.include({
      customerMasterKeySpec: "RSA_2048",
      keyUsage: "SIGN_VERIFY",
      policy: policyText({ use: "signing" }),
    });
  });

  it("hands over ids, ARNs and the alias's name, none of them secret", async () => {
    const { result } = await deployKey();
    expect(await valueOf(result.outputs)).to.deep.equal({
      keyId: "workshop-id",
      arn: `arn:aws:kms:us-east-1:${account}:key/workshop-id`,
      aliasName: "alias/nextwork-kms-key",
      aliasArn: `arn:aws:kms:us-east-1:${account}:alias/nextwork-kms-key`,
    });
    expect(await pulumi.isSecret(result.outputs)).to.equal(false);
  });

  it("leaves key users out of the policy if there are none", async () => {
    const deployment = await deploy(() => new EncryptionKey("workshop", { alias: "a", administrators: [admin] }));
    expect(policyOf(deployment)).to.equal(policyText({ users: [] }));
  });

  it("takes the right to delete the key from administrators on request", async () => {
    const deployment = await deployKey({ administratorsMayDelete: false });
    expect(policyOf(deployment)).to.equal(policyText({ administratorsMayDelete: false }));
  });

  it("names trusted accounts after the key users", async () => {
    const deployment = await deployKey({ trustedAccounts: ["444455556666"] });
    expect(policyOf(deployment)).to.equal(policyText({ users: [admin, "arn:aws:iam::444455556666:root"] }));
  });

  it("leaves IAM policies powerless on request", async () => {
    const deployment = await deployKey({ delegatesToAccount: false });
    expect(policyOf(deployment)).to.equal(policyText({ delegatesToAccount: false }));
    expect(policyOf(deployment)).to.not.include("Enable IAM User Permissions");
  });

  it("puts statements of one's own after the console's", async () => {
    const deployment = await deployKey({
      statements: [
        { Sid: "Never Ada", Effect: "Deny", Principal: [`arn:aws:iam::${account}:user/Ada`], Action: "kms:Decrypt" },
      ],
    });
    const own =
      ',{"Sid":"Never Ada","Effect":"Deny","Action":"kms:Decrypt",' +
      `"Principal":{"AWS":["arn:aws:iam::${account}:user/Ada"]},"Resource":"*"}]}`;
    expect(policyOf(deployment)).to.equal(policyText({}).replace(/\]\}$/, own));
  });

  it("refuses statements of one's own that name nobody, or nobody whom a key policy may name", async () => {
    const says = (Principal: string[]) =>
      refusalOf(
        () =>
          new EncryptionKey("workshop", {
            alias: "a",
            administrators: [admin],
            statements: [{ Effect: "Deny", Principal, Action: "kms:Decrypt" }],
          }),
      );
    expect(await says([])).to.contain("statements[0].Principal is []; allowed is at least one principal");
    expect(await says(["Ada"])).to.contain('statements[0].Principal[0] is "Ada"; allowed is the ARN of');
  });

  it("takes components and Outputs for principals", async () => {
    const deployment = await deploy(() => {
      const user = new UnprivilegedUser("user", { userName: "nextwork-kms-user" });
      return new EncryptionKey("workshop", {
        alias: "a",
        administrators: [pulumi.output(admin)],
        users: [admin, user],
      });
    });
    expect(policyOf(deployment)).to.equal(
      policyText({ users: [admin, `arn:aws:iam::${account}:user/nextwork-kms-user`] }),
    );
  });

  it("names the role, path included, of a principal that is a role session", async () => {
    const deployment = await deployKey({ administrators: [`arn:aws:sts::${account}:assumed-role/DevOpsRole/me`] });
    expect(policyOf(deployment)).to.equal(
      policyText({ administrators: [`arn:aws:iam::${account}:role/team/DevOpsRole`] }),
    );
  });

  it("looks up no role for principals that are no sessions", async () => {
    const { calls } = await deployKey();
    expect(calls).to.deep.equal([["getCallerIdentity", {}]]);
  });

  it("delegates to the account and partition that it is deployed to", async () => {
    const deployment = await deployKey(
      { trustedAccounts: ["444455556666"] },
      { caller: "arn:aws-cn:iam::777788889999:user/x" },
    );
    expect(policyOf(deployment)).to.equal(
      policyText({
        accountRoot: "arn:aws-cn:iam::777788889999:root",
        users: [admin, "arn:aws-cn:iam::444455556666:root"],
      }),
    );
  });

  it("leaves the policy unknown in a preview while a principal does not exist yet", async () => {
    const { resources } = await deploy(
      () => {
        const user = new UnprivilegedUser("user", { userName: "nextwork-kms-user" });
        return new EncryptionKey("workshop", { alias: "a", administrators: [admin], users: [user] });
      },
      { preview: true },
    );
    expect(pulumi.isUnknown(resources["kms/key:Key workshop"]?.policy)).to.equal(true);
  });
});

describe("EncryptionKey, given a wrong argument", () => {
  const mistakes: { args: Partial<EncryptionKeyArgs>; says: string }[] = [
    {
      args: { deletionWindowInDays: 6 },
      says: "deletionWindowInDays is 6; allowed is a whole number of days from 7 to 30.",
    },
    {
      args: { deletionWindowInDays: 31 },
      says: "deletionWindowInDays is 31; allowed is a whole number of days from 7 to 30.",
    },
    {
      args: { deletionWindowInDays: 7.5 },
      says: "deletionWindowInDays is 7.5; allowed is a whole number of days from 7 to 30.",
    },
    {
      args: { alias: "" },
      says:
        'alias is ""; allowed is a name of 1 to 250 letters, digits, "/", "_" and "-" ' +
        'that starts neither with "alias/" nor with "aws/".',
    },
    {
      args: { alias: "aws/dynamodb" },
      says:
        'alias is "aws/dynamodb"; allowed is a name of 1 to 250 letters, digits, "/", "_" and "-" ' +
        'that starts neither with "alias/" nor with "aws/".',
    },
    { args: { administrators: [] }, says: "administrators is []; allowed is at least one administrator." },
    {
      args: { users: [admin, "Stuart"] },
      says: 'users[1] is "Stuart"; allowed is the ARN of an IAM user, of a role, of an account\'s root, or of a role session.',
    },
    {
      args: { trustedAccounts: ["1234"] },
      says: 'trustedAccounts[0] is "1234"; allowed is an account id of twelve digits.',
    },
    {
      args: { keySpec: "HMAC_256", enableKeyRotation: true },
      says:
        "enableKeyRotation is true; allowed is false for keySpec HMAC_256, " +
        "as KMS rotates only symmetric encryption keys (SYMMETRIC_DEFAULT).",
    },
    {
      args: { keyUsage: "SIGN_VERIFY" },
      says: 'keyUsage is "SIGN_VERIFY"; allowed is ENCRYPT_DECRYPT for keySpec SYMMETRIC_DEFAULT.',
    },
  ];
  for (const { args, says } of mistakes) {
    it(`creates nothing and says: ${says}`, async () => {
      const message = await refusalOf(
        () => new EncryptionKey("workshop", { alias: "nextwork-kms-key", administrators: [admin], ...args }),
      );
      expect(message).to.equal(`EncryptionKey "workshop": ${says}`);
    });
  }
});
