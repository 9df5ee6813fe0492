import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";
import { differences } from "../../../support/resemblance.ts";
import { keyReplays } from "./replays/keyReplays.ts";
import { keyUseReplays } from "./replays/keyUseReplays.ts";
import { materialReplays } from "./replays/materialReplays.ts";
import { accountId, type Call, type Replay, type Replays } from "./replays/replay.ts";
import { rotationReplays } from "./replays/rotationReplays.ts";

const recordingsShape = z.object({
  notice: z.string(),
  recordings: z.record(z.string(), z.object({ "recorded-content": z.record(z.string(), z.unknown()) })),
});
const { recordings } = recordingsShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "recordings.json"), "utf8")),
);
const replays: Replays = { ...keyReplays, ...keyUseReplays, ...materialReplays, ...rotationReplays };

/** Recordings of which nothing was kept. */
const recordedNothing = Object.keys(recordings).filter(
  (name) => Object.keys(recordings[name]?.["recorded-content"] ?? {}).length === 0,
);

/** Where we answer otherwise than AWS did, and why. */
const differing: readonly { readonly name: string; readonly at: readonly string[]; readonly reason: string }[] = [
  {
    name: "test_hmac_create_key_invalid_operations",
    at: ["create-hmac-key-invalid-spec.Error.Message", "create-hmac-key-invalid-key-usage.Error.Message"],
    reason: "AWS lists the values of an enumeration in no order that is known, and has more of them since",
  },
  {
    name: "test_invalid_generate_mac[HMAC_256-INVALID]",
    at: ["generate-mac.Error.Message"],
    reason: "AWS lists the values of an enumeration in no order that is known",
  },
  {
    name: "test_invalid_verify_mac[HMAC_256-INVALID-some important message]",
    at: ["verify-mac.Error.Message"],
    reason: "AWS lists the values of an enumeration in no order that is known",
  },
  {
    name: "test_rotate_key_on_demand_raises_error_given_key_with_imported_key_material",
    at: ["error-response.Error.Code", "error-response.Error.Message"],
    reason: "keys with imported material rotate on demand since June 2025, as later recordings show",
  },
];

/** A recording's replay, with the parameters that its name ends in: `test_sign_verify[RSA_2048-RSASSA_PSS_SHA_256]`. */
function replayOf(name: string): { replay: Replay; parameters: readonly string[] } {
  const [, stem = name, parameters = ""] = /^(\w+)\[(.*)\]$/.exec(name) ?? [];
  const replay = replays[name] ?? replays[stem];
  if (!replay) throw new Error(`The recording ${name} is never replayed.`);
  return { replay, parameters: parameters.split("-") };
}

describe("KMS answers as it was recorded on AWS", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  const call: Call = async (operation, body, region) => {
    const request = jsonCall("kms", `TrentService.${operation}`, JSON.stringify(body));
    const answer = await send(emulator, { ...request, region, credentials: rootOf(accountId) });
    const metadata = { ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: answer.status } };
    const parsed = answer.text === "" ? {} : jsonOf(answer);
    if (answer.status === 200) return { ...parsed, ...metadata };
    return { Error: { Code: parsed.__type, Message: parsed.message ?? "" }, ...metadata };
  };

  it("in all recordings but those of which nothing was kept", () => {
    expect(Object.keys(recordings)).to.have.lengthOf(114);
    expect(recordedNothing).to.have.lengthOf(10);
  });

  const unlike = new Map(differing.map((entry) => [entry.name, entry] as const));
  for (const [name, { "recorded-content": recorded }] of Object.entries(recordings)) {
    if (recordedNothing.includes(name)) continue;
    const { at = [], reason } = unlike.get(name) ?? {};
    it(reason === undefined ? name : `${name}, but for this: ${reason}`, async () => {
      const { replay, parameters } = replayOf(name);
      const found = differences(recorded, await replay(call, ...parameters));
      const unexpected = found.filter((difference) => !at.some((path) => difference.startsWith(`${path}: `)));
      expect(unexpected).to.deep.equal([]);
      expect(found).to.have.lengthOf(at.length);
    });
  }
});

describe("Recorded and real answers", () => {
  const rows: readonly { title: string; recorded: unknown; actual: unknown; expected: readonly string[] }[] = [
    { title: "are alike with the same text", recorded: { a: "b" }, actual: { a: "b" }, expected: [] },
    {
      title: "differ in another text",
      recorded: { a: "b" },
      actual: { a: "c" },
      expected: ['a: recorded "b", answered "c"'],
    },
    {
      title: "are alike where a placeholder stands for one thing",
      recorded: { a: "<key-id:1>", b: "Key <key-id:1>." },
      actual: { a: "1234", b: "Key 1234." },
      expected: [],
    },
    {
      title: "are alike where a placeholder without a number stands for two things",
      recorded: { a: "<key-arn>", b: "Key <key-arn>." },
      actual: { a: "1234", b: "Key 5678." },
      expected: [],
    },
    {
      title: "differ where a placeholder stands for two things",
      recorded: { a: "<key-id:1>", b: "Key <key-id:1>." },
      actual: { a: "1234", b: "Key 5678." },
      expected: ['b: recorded "Key <key-id:1>.", answered "Key 5678."'],
    },
    { title: "differ in a member too few", recorded: { a: 1 }, actual: {}, expected: ["a: recorded 1, not answered"] },
    { title: "differ in a member too many", recorded: {}, actual: { a: 1 }, expected: ["a: not recorded, answered 1"] },
    { title: "are alike in any time", recorded: { a: "datetime" }, actual: { a: 1.5 }, expected: [] },
    {
      title: "differ where a time is no time",
      recorded: { a: "datetime" },
      actual: { a: "then" },
      expected: ['a: recorded "datetime", answered "then"'],
    },
    { title: "differ in the length of lists", recorded: [1], actual: [], expected: ["0: recorded 1, not answered"] },
  ];
  for (const { title, recorded, actual, expected } of rows) {
    it(title, () => {
      expect(differences(recorded, actual)).to.deep.equal(expected);
    });
  }
});
