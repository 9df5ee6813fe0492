import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";
import { rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { differences } from "../../../support/resemblance.ts";
import { jsonCall, send } from "../../../support/signedRequest.ts";
import { replays } from "./replays.ts";
import { token, type Answer, type Call } from "./steps.ts";

const recordingsShape = z.object({
  notice: z.string(),
  recordings: z.record(z.string(), z.object({ "recorded-content": z.record(z.string(), z.unknown()) })),
});
const { recordings } = recordingsShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "recordings.json"), "utf8")),
);
const answerShape = z.record(z.string(), z.unknown());

/** Recordings that are answered otherwise, with the reason. */
const needsLambda = "A Lambda function has made a new version; there are no Lambda functions here.";
const otherwise: Readonly<Record<string, string>> = {
  "test_rotate_secret_with_lambda_success[True]": needsLambda,
  "test_rotate_secret_with_lambda_success[None]": needsLambda,
  test_rotate_secret_multiple_times_with_lambda_success: needsLambda,
};

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
    const { status, text } = await send(emulator, { ...request, credentials: rootOf("111111111111") });
    const named = [1, 2, 3, 4].reduce((known, id) => known.replaceAll(token(id), `<version:${id}>`), text);
    const answer: Answer = named === "" ? {} : answerShape.parse(JSON.parse(named));
    return status === 200 ? answer : { Error: { Code: answer.__type, Message: answer.Message } };
  };

  it("in every recording that is replayed", () => {
    expect(Object.keys(recordings)).to.have.members(Object.keys(replays));
  });

  it("but for those that cannot be, which are recordings too", () => {
    expect(Object.keys(recordings)).to.have.lengthOf(55).and.to.include.members(Object.keys(otherwise));
  });

  for (const [name, { "recorded-content": recorded }] of Object.entries(recordings)) {
    const reason = otherwise[name];
    it(reason === undefined ? name : `not in ${name}: ${reason}`, async () => {
      const replay = replays[name];
      if (!replay) throw new Error(`The recording ${name} is never replayed.`);
      const answers: Record<string, Answer> = {};
      for (const [recordedAs, operation, body] of replay) {
        const answer = await call(operation, body);
        if (recordedAs !== "") answers[recordedAs] = answer;
      }
      if (reason === undefined) expect(differences(recorded, answers)).to.deep.equal([]);
      else expect(differences(recorded, answers)).not.to.deep.equal([]);
    });
  }
});
