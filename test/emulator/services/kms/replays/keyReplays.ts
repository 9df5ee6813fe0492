import { expect } from "chai";
import {
  absent,
  accountId,
  base64,
  encryptionContext,
  metadataOf,
  newKey,
  textOf,
  type Answer,
  type Call,
  type Replays,
} from "./replay.ts";

const absentArn = `arn:aws:kms:us-east-1:${accountId}:key/${absent}`;
const secret = base64("secret message");

const blobOf = (made: Answer) => textOf(made, "CiphertextBlob");
const tags = (...pairs: (readonly [string, string])[]) => pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
const tagsOf = async (call: Call, KeyId: string) => (await call("ListResourceTags", { KeyId })).Tags;

/** Keys, their names and tags, and encryption with symmetric ones. */
export const keyReplays: Replays = {
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
    await call("CreateAlias", { AliasName: "alias/described", TargetKeyId: textOf(metadataOf(made), "KeyId") });
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
    const hmacKey = await newKey(call, { KeySpec: "HMAC_224", KeyUsage: "GENERATE_VERIFY_MAC" });
    const encryptionKey = await newKey(call);
    const signingKey = await newKey(call, { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
    const Message = base64("some important message");
    const mac = { MacAlgorithm: "HMAC_SHA_224", Message };
    const rsa = { SigningAlgorithm: "RSASSA_PSS_SHA_256", Message };
    const encrypted = await call("Encrypt", { KeyId: encryptionKey, Plaintext: secret });
    const CiphertextBlob = blobOf(encrypted);
    return {
      "generate-mac-invalid-key-id": await call("GenerateMac", { KeyId: encryptionKey, ...mac }),
      "sign-invalid-key-id": await call("Sign", { KeyId: hmacKey, ...rsa }),
      "verify-invalid-key-id": await call("Verify", { KeyId: encryptionKey, ...rsa, Signature: secret }),
      "encrypt-invalid-key-id": await call("Encrypt", { KeyId: signingKey, Plaintext: secret }),
      "decrypt-invalid-key-id": await call("Decrypt", { CiphertextBlob, KeyId: hmacKey }),
    };
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
};
