import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";
import { rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { jsonCall, jsonOf, send } from "../../../support/signedRequest.ts";
import { differences } from "../../../support/resemblance.ts";

const accountId = "111111111111";
const absent = "0b2ee4e5-2b2d-4b5e-a7d8-0f6f4d3b1c11";
const absentArn = `arn:aws:kms:us-east-1:${accountId}:key/${absent}`;
const secret = Buffer.from("secret message").toString("base64");
const encryptionContext = { EncryptionContext: { context: "value" } };

const recordingsShape = z.object({
  notice: z.string(),
  recordings: z.record(z.string(), z.object({ "recorded-content": z.record(z.string(), z.unknown()) })),
});
const { recordings } = recordingsShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "recordings.json"), "utf8")),
);

/** Calls KMS over the wire; the answer has the shape of the recordings. */
type Call = (operation: string, body: object, region?: string) => Promise<Answer>;
type Answer = Readonly<Record<string, unknown>>;

const idOf = (made: Answer) => z.object({ KeyMetadata: z.object({ KeyId: z.string() }) }).parse(made).KeyMetadata.KeyId;
const blobOf = (made: Answer) => z.object({ CiphertextBlob: z.string() }).parse(made).CiphertextBlob;
const newKey = async (call: Call, body: object = {}, region?: string) => idOf(await call("CreateKey", body, region));
const tags = (...pairs: (readonly [string, string])[]) => pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
const tagsOf = async (call: Call, KeyId: string) => (await call("ListResourceTags", { KeyId })).Tags;

/** What was sent to AWS for each recording, as its name tells; the answers under the names of the recorded ones. */
const replays: Readonly<Record<string, (call: Call) => Promise<Readonly<Record<string, unknown>>>>> = {
  test_create_key: async (call) => {
    const KeyId = await newKey(call, { Description: "test key 123", KeyUsage: "ENCRYPT_DECRYPT" });
    return { "describe-key": (await call("DescribeKey", { KeyId })).KeyMetadata };
  },
  test_non_multi_region_keys_should_not_have_multi_region_properties: async (call) => ({
    non_multi_region_keys_should_not_have_multi_region_properties: (
      await call("CreateKey", { Description: "test non multi region key", MultiRegion: false })
    ).KeyMetadata,
  }),
  test_get_key_in_different_region: async (call) => {
    const KeyId = await newKey(call, { Description: "test key 123" }, "eu-west-1");
    const byArn = { KeyId: `arn:aws:kms:eu-west-1:${accountId}:key/${KeyId}` };
    return {
      "describe-key-diff-region-with-id": await call("DescribeKey", { KeyId }),
      "describe-key-diff-region-with-arn": await call("DescribeKey", byArn),
      "describe-key-same-specific-region-with-id": await call("DescribeKey", { KeyId }, "eu-west-1"),
      "describe-key-same-specific-region-with-arn": await call("DescribeKey", byArn, "eu-west-1"),
    };
  },
  test_get_key_does_not_exist: async (call) => ({
    "describe-nonexistent-key-with-id": await call("DescribeKey", { KeyId: absent }),
    "describe-nonexistent-with-arn": await call("DescribeKey", { KeyId: absentArn }),
    "describe-key-with-valid-id-mrk": await call("DescribeKey", { KeyId: "mrk-1234567890abcdef1234567890abcdef" }),
  }),
  test_get_key_invalid_uuid: async (call) => ({
    "describe-key-with-invalid-uuid": await call("DescribeKey", { KeyId: "fake-key-id" }),
    "describe-key-with-invalid-uuid-2": await call("DescribeKey", { KeyId: "134f2428cec14b25a1ae9048164dba47" }),
    "describe-key-with-invalid-uuid-mrk": await call("DescribeKey", { KeyId: "mrk-fake-key-id" }),
  }),
  test_describe_with_alias_arn: async (call) => {
    const made = await call("CreateKey", { Description: "test - description" });
    await call("CreateAlias", { AliasName: "alias/described", TargetKeyId: idOf(made) });
    const KeyId = `arn:aws:kms:us-east-1:${accountId}:alias/described`;
    return {
      "created-key": made.KeyMetadata,
      "describe-key": await call("DescribeKey", { KeyId }),
    };
  },
  test_create_alias: async (call) => ({
    create_alias: await call("CreateAlias", { AliasName: "no-prefix", TargetKeyId: await newKey(call) }),
  }),
  test_error_messaging_for_invalid_keys: async (call) => {
    const CiphertextBlob = blobOf(await call("Encrypt", { KeyId: await newKey(call), Plaintext: secret }));
    return { "decrypt-invalid-key-id": await call("Decrypt", { CiphertextBlob, KeyId: await newKey(call) }) };
  },
  test_plaintext_size_for_encrypt: async (call) => {
    const Plaintext = Buffer.alloc(4097).toString("base64");
    return { "invalid-plaintext-size-encrypt": await call("Encrypt", { KeyId: await newKey(call), Plaintext }) };
  },
  test_generate_data_key: async (call) => {
    const answer = await call("GenerateDataKey", { KeyId: await newKey(call), KeySpec: "AES_256" });
    // The recording is older than this member.
    const { KeyMaterialId, ...asRecorded } = answer;
    expect(KeyMaterialId).to.match(/^[0-9a-f]{64}$/);
    return { "generate-data-key-result": asRecorded };
  },
  test_encrypt_decrypt_encryption_context: async (call) => {
    const encrypted = await call("Encrypt", { KeyId: await newKey(call), Plaintext: secret, ...encryptionContext });
    const CiphertextBlob = blobOf(encrypted);
    return {
      encrypt_response: encrypted,
      decrypt_response_with_encryption_context: await call("Decrypt", { CiphertextBlob, ...encryptionContext }),
      decrypt_response_without_encryption_context: await call("Decrypt", { CiphertextBlob }),
      decrypt_response_with_invalid_ciphertext: await call("Decrypt", { CiphertextBlob: secret, ...encryptionContext }),
    };
  },
  test_encryption_context_generate_data_key: async (call) => {
    const made = await call("GenerateDataKey", {
      KeyId: await newKey(call),
      KeySpec: "AES_256",
      ...encryptionContext,
    });
    return { "decrypt-without-encryption-context": await call("Decrypt", { CiphertextBlob: blobOf(made) }) };
  },
  test_key_rotations_encryption_decryption: async (call) => {
    const blob = Buffer.from(blobOf(await call("Encrypt", { KeyId: await newKey(call), Plaintext: secret })), "base64");
    blob[blob.length - 1] = (blob.at(-1) ?? 0) ^ 1;
    return { "bad-ciphertext": await call("Decrypt", { CiphertextBlob: blob.toString("base64") }) };
  },
  test_tag_existing_key_and_untag: async (call) => {
    const KeyId = await newKey(call);
    await call("TagResource", { KeyId, Tags: tags(["tag1", "value1"], ["tag2", "value2"]) });
    const tagged = await tagsOf(call, KeyId);
    await call("UntagResource", { KeyId, TagKeys: ["tag1", "tag2"] });
    return { "list-resource-tags": tagged, "list-resource-tags-after-all-untagged": await tagsOf(call, KeyId) };
  },
  test_create_key_with_tag_and_untag: async (call) => {
    const KeyId = await newKey(call, { Tags: tags(["tag1", "value1"], ["tag2", "value2"]) });
    const tagged = await tagsOf(call, KeyId);
    await call("UntagResource", { KeyId, TagKeys: ["tag1", "tag2"] });
    return { "list-resource-tags": tagged, "list-resource-tags-after-all-untagged": await tagsOf(call, KeyId) };
  },
  test_untag_key_partially: async (call) => {
    const KeyId = await newKey(call, { Tags: tags(["tag1", "value1"], ["tag2", "value2"], ["tag3", "value3"]) });
    const tagged = await tagsOf(call, KeyId);
    await call("UntagResource", { KeyId, TagKeys: ["tag2"] });
    return { "list-resource-tags": tagged, "list-resource-tags-after-partially-untagged": await tagsOf(call, KeyId) };
  },
  test_update_and_add_tags_on_tagged_key: async (call) => {
    const KeyId = await newKey(call, { Tags: tags(["tag1", "value1"], ["tag2", "value2"], ["tag3", "value3"]) });
    const tagged = await tagsOf(call, KeyId);
    const changed = tags(["tag2", "updated_value2"], ["tag4", "value4"], ["tag5", "value5"]);
    await call("TagResource", { KeyId, Tags: changed });
    return { "list-resource-tags": tagged, "list-resource-tags-after-tags-updated": await tagsOf(call, KeyId) };
  },
  test_tag_key_with_duplicate_tag_keys_raises_error: async (call) => {
    const Tags = tags(["foo", "a"], ["foo", "b"]);
    return { "duplicate-tag-keys": await call("TagResource", { KeyId: await newKey(call), Tags }) };
  },
  test_create_key_with_too_many_tags_raises_error: async (call) => {
    const Tags = tags(...Array.from({ length: 51 }, (_, index) => [`key${index}`, "value"] as const));
    return { "invalid-tag-key": await call("CreateKey", { Tags }) };
  },
  test_tag_existing_key_with_invalid_tag_key: async (call) => ({
    "invalid-tag-key": await call("TagResource", { KeyId: await newKey(call), Tags: tags(["aws:key1", "value1"]) }),
  }),
  test_key_with_long_tag_value_raises_error: async (call) => ({
    "too-long-tag-value": await call("CreateKey", { Tags: tags(["foo", "v".repeat(257)]) }),
  }),
  "test_create_key_with_invalid_tag_key[lowercase_prefix]": async (call) => ({
    "invalid-tag-key": await call("CreateKey", { Tags: tags(["aws:foo", "bar"]) }),
  }),
  "test_create_key_with_invalid_tag_key[uppercase_prefix]": async (call) => ({
    "invalid-tag-key": await call("CreateKey", { Tags: tags(["AWS:foo", "bar"]) }),
  }),
  "test_create_key_with_invalid_tag_key[too_long_key]": async (call) => ({
    "invalid-tag-key": await call("CreateKey", { Tags: tags(["a".repeat(129), "bar"]) }),
  }),
  "test_key_enable_rotation_status[90]": (call) => rotationStatus(call, 90),
  "test_key_enable_rotation_status[180]": (call) => rotationStatus(call, 180),
};

async function rotationStatus(call: Call, RotationPeriodInDays: number): Promise<Readonly<Record<string, unknown>>> {
  const KeyId = await newKey(call);
  await call("EnableKeyRotation", { KeyId, RotationPeriodInDays });
  return { match_response: await call("GetKeyRotationStatus", { KeyId }) };
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

  it("in every recording that is replayed", () => {
    expect(Object.keys(recordings)).to.have.members(Object.keys(replays));
  });

  for (const [name, { "recorded-content": recorded }] of Object.entries(recordings)) {
    it(name, async () => {
      const replay = replays[name];
      if (!replay) throw new Error(`The recording ${name} is never replayed.`);
      expect(differences(recorded, await replay(call))).to.deep.equal([]);
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
