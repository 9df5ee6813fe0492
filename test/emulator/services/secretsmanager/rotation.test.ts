import {
  CancelRotateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  UpdateSecretCommand,
  type RotateSecretCommandInput,
} from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { oneDay, withoutMetadata } from "../kms/keys.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "rotated";
const RotationLambdaARN = "arn:aws:lambda:us-east-1:000000000000:function:rotate";
const RotationRules = { AutomaticallyAfterDays: 30 };

describe("Rotation of a secret", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId);
  });
  afterEach(() => emulator.stop());

  const rotate = (input: Partial<RotateSecretCommandInput> = {}) =>
    root.secretsManager.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules, ...input }));
  const later = (input: Partial<RotateSecretCommandInput> = {}) => rotate({ RotateImmediately: false, ...input });
  const cancel = () => root.secretsManager.send(new CancelRotateSecretCommand({ SecretId }));
  const describeIt = () => root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
  /** The end of the day, so many days from now. */
  const endOfDay = (days: number) => {
    const day = new Date(emulator.instance.clock.now().getTime() + days * oneDay).toISOString().slice(0, 10);
    return new Date(`${day}T23:59:59.000Z`);
  };

  it("is told of by DescribeSecret and ListSecrets once it is configured", async () => {
    expect(await describeIt()).not.to.have.any.keys("RotationEnabled", "RotationRules", "NextRotationDate");
    expect(await later()).to.include({ Name: SecretId });
    const expected = { RotationEnabled: true, RotationLambdaARN, RotationRules, NextRotationDate: endOfDay(30) };
    expect(await describeIt())
      .to.deep.include(expected)
      .and.not.to.have.property("LastRotatedDate");
    const { SecretList } = await root.secretsManager.send(new ListSecretsCommand({}));
    expect(SecretList?.[0]).to.deep.include(expected);
  });

  it("by a function that cannot be called is tried when it is due, and again the next time", async () => {
    await later();
    emulator.instance.clock.advance(40 * oneDay);
    const next = endOfDay(30);
    for (let tries = 0; tries < 100; tries++) {
      if ((await describeIt()).NextRotationDate?.getTime() === next.getTime()) break;
    }
    expect(await describeIt())
      .to.deep.include({ NextRotationDate: next })
      .and.not.to.have.property("LastRotatedDate");
  });

  it("by days counts from a new current value, however it was given", async () => {
    await later();
    emulator.instance.clock.advance(10 * oneDay);
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "a", VersionStages: ["MINE"] }));
    expect((await describeIt()).NextRotationDate).to.deep.equal(endOfDay(20));
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "b" }));
    expect((await describeIt()).NextRotationDate).to.deep.equal(endOfDay(30));
    emulator.instance.clock.advance(oneDay);
    await root.secretsManager.send(new UpdateSecretCommand({ SecretId, SecretString: "c" }));
    expect((await describeIt()).NextRotationDate).to.deep.equal(endOfDay(30));
  });

  it("by an expression does not", async () => {
    await later({ RotationRules: { ScheduleExpression: "rate(30 days)" } });
    emulator.instance.clock.advance(10 * oneDay);
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "b" }));
    expect((await describeIt()).NextRotationDate).to.deep.equal(endOfDay(20));
  });

  it("is turned off, tells how it was, and is turned on again as it was", async () => {
    await later();
    expect(await cancel()).to.include({ Name: SecretId });
    const off = await describeIt();
    expect(off).to.deep.include({ RotationEnabled: false, RotationLambdaARN, RotationRules });
    expect(off).not.to.have.property("NextRotationDate");
    await later({ RotationLambdaARN: undefined, RotationRules: undefined });
    expect(await describeIt()).to.deep.include({
      RotationEnabled: true,
      RotationLambdaARN,
      RotationRules,
      NextRotationDate: endOfDay(30),
    });
  });

  const cannotInvoke = {
    code: "AccessDeniedException",
    message:
      "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.",
    status: 400,
  };
  for (const RotateImmediately of [true, undefined]) {
    it(`cannot begin at once (RotateImmediately: ${RotateImmediately}), and changes nothing`, async () => {
      const before = withoutMetadata(await describeIt());
      expect(await refusalOf(rotate({ RotateImmediately }))).to.deep.equal(cannotInvoke);
      expect(withoutMetadata(await describeIt())).to.deep.equal(before);
      const { Versions } = await root.secretsManager.send(
        new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true }),
      );
      expect(Versions).to.have.lengthOf(1);
    });
  }

  it("cannot begin at once by the function that is known either", async () => {
    await later();
    expect(await refusalOf(root.secretsManager.send(new RotateSecretCommand({ SecretId })))).to.deep.equal(
      cannotInvoke,
    );
  });

  const invalid = (message: string, code = "InvalidRequestException") => ({ code, message, status: 400 });
  const noFunction = invalid("No Lambda rotation function ARN is associated with this secret.");
  const refused: { name: string; act: () => Promise<unknown>; refusal: object }[] = [
    { name: "without a function", act: () => later({ RotationLambdaARN: undefined }), refusal: noFunction },
    { name: "if it was never on: CancelRotateSecret", act: cancel, refusal: noFunction },
    {
      name: "by what is no function",
      act: () => later({ RotationLambdaARN: "rotate" }),
      refusal: invalid(
        "RotationLambdaARN must be the ARN of a Lambda function: arn:aws:lambda:<region>:<account>:function:<name>.",
        "InvalidParameterException",
      ),
    },
    {
      name: "by two schedules",
      act: () => later({ RotationRules: { AutomaticallyAfterDays: 1, ScheduleExpression: "rate(1 day)" } }),
      refusal: invalid(
        "You cannot specify both rotation frequency and schedule expression together.",
        "InvalidParameterException",
      ),
    },
    {
      name: "of a managed external secret",
      act: () => later({ ExternalSecretRotationRoleArn: "arn:aws:iam::000000000000:role/external" }),
      refusal: invalid(
        "The embedded AWS does not carry the parameter 'ExternalSecretRotationRoleArn' of secretsmanager:RotateSecret yet.",
        "ValidationException",
      ),
    },
  ];
  for (const { name, act, refusal } of refused) {
    it(`is refused ${name}`, async () => expect(await refusalOf(act())).to.deep.equal(refusal));
  }

  it("is refused while another is not complete", async () => {
    const put = new PutSecretValueCommand({ SecretId, SecretString: "a", VersionStages: ["AWSPENDING"] });
    await root.secretsManager.send(put);
    expect(await refusalOf(later())).to.deep.equal(
      invalid("A previous rotation isn't complete. That rotation will be reattempted."),
    );
    const both = ["AWSCURRENT", "AWSPENDING"];
    await root.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: "b", VersionStages: both }));
    expect(await later()).to.include({ Name: SecretId });
  });

  it("is refused for a secret that is planned for deletion", async () => {
    await later();
    await root.secretsManager.send(new DeleteSecretCommand({ SecretId }));
    for (const act of [later, cancel]) expect((await refusalOf(act())).message).to.contain("marked for deletion");
  });
});
