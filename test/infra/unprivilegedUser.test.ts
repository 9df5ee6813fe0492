import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { UnprivilegedUser, type UnprivilegedUserArgs } from "../../infra/unprivilegedUser.ts";
import { account } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const fullAccess = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";
const userArn = `arn:aws:iam::${account}:user/nextwork-kms-user`;

const deployUser = (args: Partial<UnprivilegedUserArgs> = {}) =>
  deploy(() => new UnprivilegedUser("user", { userName: "nextwork-kms-user", ...args }));

describe("UnprivilegedUser", () => {
  it("creates a user and an access key, and no login profile or policy unasked", async () => {
    const { resources, components } = await deployUser({ tags: { Project: "AWS-Learning" } });
    expect(resources).to.deep.equal({
      "iam/user:User user": { name: "nextwork-kms-user", forceDestroy: true, tags: { Project: "AWS-Learning" } },
      "iam/accessKey:AccessKey user-access-key": { user: "nextwork-kms-user" },
    });
    expect(components).to.deep.equal(["keylab:infra:UnprivilegedUser user"]);
  });

  it("attaches managed policies, each named after its policy", async () => {
    const ours = `arn:aws:iam::${account}:policy/team/Ours`;
    const { resources } = await deployUser({ policyArns: [fullAccess, ours] });
    expect(resources["iam/userPolicyAttachment:UserPolicyAttachment user-AmazonDynamoDBFullAccess"]).to.deep.equal({
      user: "nextwork-kms-user",
      policyArn: fullAccess,
    });
    expect(resources["iam/userPolicyAttachment:UserPolicyAttachment user-team/Ours"]).to.deep.equal({
      user: "nextwork-kms-user",
      policyArn: ours,
    });
  });

  it("gives the user a policy of its own", async () => {
    const inlinePolicy: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["kms:Encrypt", "kms:Decrypt"], Resource: "arn:aws:kms:::key/1" }],
    };
    const { resources } = await deployUser({ inlinePolicy: pulumi.output(inlinePolicy) });
    expect(resources["iam/userPolicy:UserPolicy user-inline"]).to.deep.equal({
      name: "inline",
      user: "nextwork-kms-user",
      policy:
        '{"Version":"2012-10-17","Statement":[' +
        '{"Effect":"Allow","Action":["kms:Encrypt","kms:Decrypt"],"Resource":"arn:aws:kms:::key/1"}]}',
    });
  });

  it("limits the user by a permissions boundary", async () => {
    const { resources } = await deployUser({ permissionsBoundary: fullAccess });
    expect(resources["iam/user:User user"]).to.deep.equal({
      name: "nextwork-kms-user",
      permissionsBoundary: fullAccess,
      forceDestroy: true,
    });
  });

  it("creates a login profile on request, with a generated password that need not be changed", async () => {
    const { resources } = await deployUser({ consoleLogin: true });
    expect(resources["iam/userLoginProfile:UserLoginProfile user-login"]).to.deep.equal({
      user: "nextwork-kms-user",
      passwordResetRequired: false,
      passwordLength: 20,
    });
  });

  it("hands over access key, password and sign-in page", async () => {
    const { result } = await deployUser({ consoleLogin: true });
    expect(await valueOf(result.outputs)).to.deep.equal({
      userName: "nextwork-kms-user",
      arn: userArn,
      accessKeyId: "id of user-access-key",
      secretAccessKey: "secret access key of nextwork-kms-user",
      password: "password of nextwork-kms-user",
      signInUrl: `https://${account}.signin.aws.amazon.com/console`,
    });
  });

  it("hands over neither password nor sign-in page without console login", async () => {
    const { result } = await deployUser();
    expect(await valueOf(result.outputs)).to.include({ password: undefined, signInUrl: undefined });
    expect(result.password).to.equal(undefined);
    expect(result.signInUrl).to.equal(undefined);
  });

  it("keeps exactly what is secret secret", async () => {
    const { result } = await deployUser({ consoleLogin: true });
    const { userName, arn, accessKeyId, secretAccessKey, password, signInUrl } = result;
    const secrecy = [userName, arn, accessKeyId, secretAccessKey, password, signInUrl].map(
      async (output) => output && (await pulumi.isSecret(output)),
    );
    expect(await Promise.all(secrecy)).to.deep.equal([false, false, false, true, true, false]);
    expect(await pulumi.isSecret(result.outputs)).to.equal(true);
  });
});

describe("UnprivilegedUser, given a wrong argument", () => {
  const mistakes: { args: Partial<UnprivilegedUserArgs>; says: string }[] = [
    {
      args: { userName: "a b" },
      says: 'userName is "a b"; allowed is a name of 1 to 64 letters, digits and "_+=,.@-".',
    },
    {
      args: { permissionsBoundary: "AmazonS3FullAccess" },
      says:
        'permissionsBoundary is "AmazonS3FullAccess"; allowed is the ARN of a managed policy, ' +
        "such as arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess.",
    },
    {
      args: { policyArns: [fullAccess, "AmazonS3FullAccess"] },
      says:
        'policyArns[1] is "AmazonS3FullAccess"; allowed is the ARN of a managed policy, ' +
        "such as arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess.",
    },
  ];
  for (const { args, says } of mistakes) {
    it(`creates nothing and says: ${says}`, async () => {
      const message = await refusalOf(() => new UnprivilegedUser("user", { userName: "nextwork-kms-user", ...args }));
      expect(message).to.equal(`UnprivilegedUser "user": ${says}`);
    });
  }
});
