import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { LambdaFunction } from "../../infra/lambdaFunction.ts";
import { Role } from "../../infra/role.ts";
import type { KeySpec } from "../../infra/rules/keyKind.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, secretInput, valueOf } from "./support.ts";

const code = "exports.handler = async () => process.env.GREETING;";
const keyArn = `arn:aws:kms:us-east-1:${account}:key/key-id`;
const makeKey = (keySpec?: KeySpec) => new EncryptionKey("key", { alias: "key", administrators: [admin], keySpec });
const makeRole = () => new Role("role", { roleName: "greeter", services: ["lambda.amazonaws.com"] });

describe("LambdaFunction", () => {
  it("creates a function of one file, and nothing else", async () => {
    const { resources, components, result } = await deploy(
      () => new LambdaFunction("function", { functionName: "greeter", role: makeRole(), code }),
    );
    const { code: archive, ...settings } = resources["lambda/function:Function function"] ?? {};
    expect(settings).to.deep.equal({
      name: "greeter",
      role: `arn:aws:iam::${account}:role/greeter`,
      runtime: "nodejs22.x",
      handler: "index.handler",
      timeout: 30,
    });
    expect(pulumi.asset.AssetArchive.isInstance(archive)).to.equal(true);
    expect(Object.keys(resources)).to.have.length(2);
    expect(components).to.include("keylab:infra:LambdaFunction function");
    expect(await valueOf(result.outputs)).to.deep.equal({
      functionName: "greeter",
      arn: `arn:aws:lambda:us-east-1:${account}:function:greeter`,
      keyArn: undefined,
    });
  });

  it("keeps its environment variables as a secret, under the key", async () => {
    const environment = { GREETING: "good morning" };
    const { resources, result } = await deploy(
      () =>
        new LambdaFunction("function", {
          functionName: "greeter",
          role: makeRole(),
          code,
          environment,
          key: makeKey(),
        }),
    );
    expect(resources["lambda/function:Function function"]).to.deep.include({
      environment: { ...secretInput(""), value: { variables: environment } },
      kmsKeyArn: keyArn,
    });
    expect((await valueOf(result.outputs)).keyArn).to.equal(keyArn);
    expect(await pulumi.isSecret(result.outputs)).to.equal(false);
  });
});

describe("LambdaFunction, given a wrong argument", () => {
  it("refuses a name that Lambda does not take", async () => {
    const { result: role } = await deploy(makeRole);
    expect(await refusalOf(() => new LambdaFunction("function", { functionName: "a b", role, code }))).to.equal(
      'LambdaFunction "function": functionName is "a b"; allowed is a name of 1 to 64 letters, digits, "-" and "_".',
    );
  });

  it("refuses a key that Lambda cannot use", async () => {
    const { result } = await deploy(() => ({ role: makeRole(), key: makeKey("HMAC_256") }));
    expect(
      await refusalOf(() => new LambdaFunction("function", { functionName: "greeter", code, ...result })),
    ).to.equal(
      'LambdaFunction "function": key is "HMAC_256"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    );
  });
});
