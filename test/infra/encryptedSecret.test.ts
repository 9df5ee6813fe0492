import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { EncryptedSecret } from "../../infra/encryptedSecret.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { KeySpec } from "../../infra/rules/keyKind.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, secretInput, valueOf } from "./support.ts";

const keyArn = `arn:aws:kms:us-east-1:${account}:key/key-id`;
const secretArn = `arn:aws:secretsmanager:us-east-1:${account}:secret:MySecret-AbCdEf`;
const secretString = '{"username":"admin","password":"pass123"}';

const makeKey = (keySpec?: KeySpec) => new EncryptionKey("key", { alias: "key", administrators: [admin], keySpec });
const deploySecret = () =>
  deploy(() => {
    const tags = { Project: "AWS-Learning" };
    return new EncryptedSecret("secret", { secretName: "MySecret", secretString, key: makeKey(), tags });
  });

describe("EncryptedSecret", () => {
  it("creates a secret without recovery window and one version under the key", async () => {
    const { resources, components } = await deploySecret();
    expect(resources["secretsmanager/secret:Secret secret"]).to.deep.equal({
      name: "MySecret",
      kmsKeyId: keyArn,
      recoveryWindowInDays: 0,
      tags: { Project: "AWS-Learning" },
    });
    expect(resources["secretsmanager/secretVersion:SecretVersion secret-version"]).to.deep.equal({
      secretId: secretArn,
      secretString: secretInput(secretString),
    });
    expect(Object.keys(resources)).to.have.length(4);
    expect(components).to.include("keylab:infra:EncryptedSecret secret");
  });

  it("names no key where it is to have the account's own", async () => {
    const { resources, result } = await deploy(
      () => new EncryptedSecret("secret", { secretName: "MySecret", secretString }),
    );
    expect(resources["secretsmanager/secret:Secret secret"]).to.deep.equal({
      name: "MySecret",
      recoveryWindowInDays: 0,
    });
    expect(Object.keys(resources)).to.have.length(2);
    expect((await valueOf(result.outputs)).keyArn).to.equal(undefined);
  });

  it("writes its statements into a resource policy that lets nobody in by mistake", async () => {
    const statements = [{ Effect: "Deny", Principal: [admin], Action: "secretsmanager:GetSecretValue" }] as const;
    const { resources } = await deploy(
      () => new EncryptedSecret("secret", { secretName: "MySecret", secretString, statements }),
    );
    const { policy, ...others } = resources["secretsmanager/secretPolicy:SecretPolicy secret-policy"] ?? {};
    expect(others).to.deep.equal({ secretArn, blockPublicPolicy: true });
    expect(JSON.parse(String(policy))).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Deny", Principal: { AWS: [admin] }, Action: "secretsmanager:GetSecretValue", Resource: "*" },
      ],
    });
  });

  it("hands over ARN, name, version and key, but not the value", async () => {
    const { result } = await deploySecret();
    expect(await valueOf(result.outputs)).to.deep.equal({
      arn: secretArn,
      name: "MySecret",
      versionId: "version-1",
      keyArn,
    });
    expect(await pulumi.isSecret(result.outputs)).to.equal(false);
  });
});

describe("EncryptedSecret, given a wrong argument", () => {
  it("refuses a name that Secrets Manager does not take", async () => {
    const { result: key } = await deploy(() => makeKey());
    const args = { secretName: "", secretString, key };
    expect(await refusalOf(() => new EncryptedSecret("secret", args))).to.equal(
      'EncryptedSecret "secret": secretName is ""; allowed is a name of 1 to 512 letters, digits and "/_+=.@-".',
    );
  });

  it("refuses a statement that names nobody", async () => {
    const statements = [{ Effect: "Deny", Principal: [], Action: "*" }] as const;
    const args = { secretName: "MySecret", secretString, statements };
    expect(await refusalOf(() => new EncryptedSecret("secret", args))).to.equal(
      'EncryptedSecret "secret": statements[0].Principal is []; allowed is at least one principal.',
    );
  });

  it("refuses a key that Secrets Manager cannot use", async () => {
    const { result: key } = await deploy(() => makeKey("HMAC_256"));
    const args = { secretName: "MySecret", secretString, key };
    expect(await refusalOf(() => new EncryptedSecret("secret", args))).to.equal(
      'EncryptedSecret "secret": key is "HMAC_256"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    );
  });
});
