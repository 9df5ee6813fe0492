import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DescribeSecretCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import * as z from "zod";
import { clientsFor, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { differences } from "../../../support/resemblance.ts";
import { jsonCall, send } from "../../../support/signedRequest.ts";
import { replays } from "./replays.ts";
import { makeRotationFunction } from "./rotationFunction.ts";
import { SecretId, token, type Answer, type Call } from "./steps.ts";

const recordingsShape = z.object({
  notice: z.string(),
  recordings: z.record(z.string(), z.object({ "recorded-content": z.record(z.string(), z.unknown()) })),
});
const { recordings } = recordingsShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "recordings.json"), "utf8")),
);
const accountId = "111111111111";
const answerShape = z.record(z.string(), z.unknown());

/** Recordings in which a Lambda function rotates the secret. */
const rotatedByFunction = "with_lambda_success";

/** Secrets Manager answers as AWS did when these answers were recorded. */
describe("Secrets Manager answers as recorded", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startTestEmulator();
  });
  afterEach(() => emulator.stop());

  /** The ids of versions are those that the test gave them: they become placeholders, also where they are names. */
  const call: Call = async (operation, body) => {
    const request = jsonCall("secretsmanager", `secretsmanager.${operation}`, JSON.stringify(body));
    const { status, text } = await send(emulator, { ...request, credentials: rootOf(accountId) });
    const named = [1, 2, 3, 4].reduce((known, id) => known.replaceAll(token(id), `<version:${id}>`), text);
    const answer: Answer = named === "" ? {} : answerShape.parse(JSON.parse(named));
    return status === 200 ? answer : { Error: { Code: answer.__type, Message: answer.Message } };
  };

  it("in every recording that is replayed", () => {
    expect(Object.keys(recordings)).to.have.members(Object.keys(replays));
  });

  /** AWS was given the time, too, before it was asked what had come of a rotation. */
  async function rotated(): Promise<void> {
    const { secretsManager } = clientsFor(emulator, rootOf(accountId));
    for (;;) {
      const { VersionIdsToStages = {} } = await secretsManager.send(new DescribeSecretCommand({ SecretId }));
      if (!Object.values(VersionIdsToStages).flat().includes("AWSPENDING")) return;
    }
  }

  for (const [name, { "recorded-content": recorded }] of Object.entries(recordings)) {
    it(name, async () => {
      const replay = replays[name];
      if (!replay) throw new Error(`The recording ${name} is never replayed.`);
      const isRotated = name.includes(rotatedByFunction);
      if (isRotated) await makeRotationFunction(clientsFor(emulator, rootOf(accountId)));
      const answers: Record<string, Answer> = {};
      for (const [recordedAs, operation, body] of replay) {
        const answer = await call(operation, body);
        if (recordedAs !== "") answers[recordedAs] = answer;
        if (isRotated && operation === "RotateSecret") await rotated();
      }
      expect(differences(recorded, answers)).to.deep.equal([]);
    });
  }
});
