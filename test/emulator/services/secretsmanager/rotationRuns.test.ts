import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  RotateSecretCommand,
  type DescribeSecretResponse,
} from "@aws-sdk/client-secrets-manager";
import { UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { oneDay } from "../kms/keys.ts";
import { makeRotationFunction } from "./rotationFunction.ts";
import { makeSecret } from "./secrets.ts";

const SecretId = "rotated";

describe("A secret that a function rotates", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    await makeSecret(root, SecretId);
  });
  afterEach(() => emulator.stop());

  const value = async (VersionStage = "AWSCURRENT") =>
    (await root.secretsManager.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString;
  const rotate = (RotationLambdaARN?: string) =>
    root.secretsManager.send(
      new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules: { AutomaticallyAfterDays: 1 } }),
    );
  const events = async (EventName: string) => {
    const LookupAttributes = [{ AttributeKey: "EventName" as const, AttributeValue: EventName }];
    return (await root.cloudTrail.send(new LookupEventsCommand({ LookupAttributes }))).Events?.length;
  };

  async function until(holds: (described: DescribeSecretResponse) => boolean): Promise<DescribeSecretResponse> {
    for (;;) {
      const described = await root.secretsManager.send(new DescribeSecretCommand({ SecretId }));
      if (holds(described)) return described;
    }
  }

  it("has the next value, and the last one as previous; each time that it is due", async () => {
    const first = await value();
    const answer = await rotate(await makeRotationFunction(root));
    const once = await until(({ LastRotatedDate }) => LastRotatedDate !== undefined);
    expect(once.VersionIdsToStages?.[answer.VersionId ?? ""]).to.deep.equal(["AWSCURRENT"]);
    expect([await value(), await value("AWSPREVIOUS")]).to.deep.equal([`${first}!`, first]);
    await emulator.instance.advanceClock(2 * oneDay);
    await until(({ LastRotatedDate }) => LastRotatedDate?.getTime() !== once.LastRotatedDate?.getTime());
    expect([await value(), await value("AWSPREVIOUS")]).to.deep.equal([`${first}!!`, `${first}!`]);
    expect([await events("RotationStarted"), await events("RotationSucceeded")]).to.deep.equal([2, 2]);
  }).timeout(180_000);

  it("keeps its value where a step fails, and is rotated when that works again", async () => {
    const first = await value();
    await rotate(await makeRotationFunction(root, "testSecret"));
    while ((await events("RotationFailed")) === 0);
    expect(await value()).to.equal(first);
    expect(await value("AWSPENDING")).to.equal(`${first}!`);
    const Environment = { Variables: { FAILS_AT: "" } };
    await root.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: "rotate", Environment }));
    expect((await refusalOf(rotate())).message).to.equal(
      "A previous rotation isn't complete. That rotation will be reattempted.",
    );
    await until(({ LastRotatedDate }) => LastRotatedDate !== undefined);
    expect(await value()).to.equal(`${first}!`);
  }).timeout(180_000);
});
