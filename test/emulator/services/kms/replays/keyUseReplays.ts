import { createECDH, generateKeyPairSync } from "node:crypto";
import * as z from "zod";
import {
  absent,
  base64,
  before,
  encryptionContext,
  newKey,
  textOf,
  type Answer,
  type Call,
  type Replays,
} from "./replay.ts";

const Message = base64("some important message");
const plaintext = { Plaintext: base64("secret message") };

async function dataKeyIsBound(call: Call, operation: string, member: string, body: object): Promise<Answer> {
  const made = await call(operation, { KeyId: await newKey(call), ...encryptionContext, ...body });
  return { "decrypt-without-encryption-context": await call("Decrypt", { CiphertextBlob: textOf(made, member) }) };
}

async function randomOf(call: Call, length: string): Promise<Answer> {
  const answer = await call("GenerateRandom", { NumberOfBytes: Number(length) });
  return { result_length: Buffer.from(textOf(answer, "Plaintext"), "base64").length };
}

const pair = { KeyPairSpec: "RSA_2048" };
const newKeyPair = async (call: Call, operation: string) =>
  before(await call(operation, { KeyId: await newKey(call), ...pair }), "KeyMaterialId");
const dryRun = async (call: Call, operation: string) => ({
  dryrun_exception: await call(operation, { KeyId: await newKey(call), ...pair, DryRun: true }),
});

/** What is made, read and checked with keys. */
export const keyUseReplays: Replays = {
  "test_generate_random_invalid_number_of_bytes[None]": async (call) => ({
    "generate-random-exc": await call("GenerateRandom", {}),
  }),
  test_generate_random_invalid_number_of_bytes: async (call, length) => ({
    "generate-random-exc": await call("GenerateRandom", { NumberOfBytes: Number(length) }),
  }),
  test_generate_random: (call, length = "") => randomOf(call, length),
  test_encrypt_validate_plaintext_size_per_key_type: async (call, KeySpec, EncryptionAlgorithm) => {
    const KeyId = await newKey(call, { KeySpec, KeyUsage: "ENCRYPT_DECRYPT" });
    const Plaintext = base64("x".repeat(4096));
    return { "generate-random-exc": await call("Encrypt", { KeyId, Plaintext, EncryptionAlgorithm }) };
  },
  test_sign_verify: async (call, KeySpec, SigningAlgorithm) => {
    const KeyId = await newKey(call, { KeySpec, KeyUsage: "SIGN_VERIFY" });
    const request = { KeyId, SigningAlgorithm, Message };
    const signature = await call("Sign", request);
    const Signature = textOf(signature, "Signature");
    return {
      signature,
      verification: await call("Verify", { ...request, Signature }),
      "bad-digest": await call("Verify", { ...request, Signature, MessageType: "DIGEST" }),
      "bad-signature": await call("Verify", { ...request, Signature: base64("signature") }),
    };
  },
  test_generate_and_verify_mac: async (call, KeySpec, MacAlgorithm) => {
    const KeyId = await newKey(call, { KeySpec, KeyUsage: "GENERATE_VERIFY_MAC" });
    const made = await call("GenerateMac", { KeyId, MacAlgorithm, Message });
    const code = { MacAlgorithm, Message, Mac: textOf(made, "Mac") };
    return {
      "generate-mac": made,
      "verify-mac": await call("VerifyMac", { KeyId, ...code }),
      "generate-mac-invalid-key-id": await call("GenerateMac", { KeyId: "key_id", MacAlgorithm, Message }),
      "verify-mac-invalid-key-id": await call("VerifyMac", { KeyId: "key_id", ...code }),
    };
  },
  test_invalid_generate_mac: async (call, KeySpec, MacAlgorithm) => {
    const KeyId = await newKey(call, { KeySpec, KeyUsage: "GENERATE_VERIFY_MAC" });
    return { "generate-mac": await call("GenerateMac", { KeyId, MacAlgorithm, Message }) };
  },
  test_invalid_verify_mac: async (call, KeySpec, MacAlgorithm, other = "") => {
    const KeyId = await newKey(call, { KeySpec, KeyUsage: "GENERATE_VERIFY_MAC" });
    const made = await call("GenerateMac", { KeyId, MacAlgorithm: "HMAC_SHA_256", Message });
    const wrong = { KeyId, MacAlgorithm, Message: base64(other), Mac: textOf(made, "Mac") };
    return { "generate-mac": made, "verify-mac": await call("VerifyMac", wrong) };
  },
  test_generate_data_key_pair: async (call) => ({
    "generate-data-key-pair": await newKeyPair(call, "GenerateDataKeyPair"),
  }),
  test_generate_data_key_pair_without_plaintext: async (call) => ({
    "generate-data-key-pair-without-plaintext": await newKeyPair(call, "GenerateDataKeyPairWithoutPlaintext"),
  }),
  test_generate_data_key_pair_dry_run: (call) => dryRun(call, "GenerateDataKeyPair"),
  test_generate_data_key_pair_without_plaintext_dry_run: (call) => dryRun(call, "GenerateDataKeyPairWithoutPlaintext"),
  test_generate_data_key_without_plaintext: async (call) => {
    const answer = await call("GenerateDataKeyWithoutPlaintext", { KeyId: await newKey(call), KeySpec: "AES_256" });
    return { "generate-data-key-without-plaintext": before(answer, "KeyMaterialId") };
  },
  test_encryption_context_generate_data_key_without_plaintext: (call) =>
    dataKeyIsBound(call, "GenerateDataKeyWithoutPlaintext", "CiphertextBlob", { KeySpec: "AES_256" }),
  test_encryption_context_generate_data_key_pair: (call) =>
    dataKeyIsBound(call, "GenerateDataKeyPair", "PrivateKeyCiphertextBlob", pair),
  test_encryption_context_generate_data_key_pair_without_plaintext: (call) =>
    dataKeyIsBound(call, "GenerateDataKeyPairWithoutPlaintext", "PrivateKeyCiphertextBlob", pair),
  test_re_encrypt: async (call, KeySpec, algorithm) => {
    const kind = { KeySpec, KeyUsage: "ENCRYPT_DECRYPT" };
    const SourceKeyId = await newKey(call, kind);
    const request = { KeyId: SourceKeyId, ...plaintext, EncryptionAlgorithm: algorithm };
    const answer = await call("ReEncrypt", {
      CiphertextBlob: textOf(await call("Encrypt", request), "CiphertextBlob"),
      SourceKeyId,
      DestinationKeyId: await newKey(call, kind),
      SourceEncryptionAlgorithm: algorithm,
      DestinationEncryptionAlgorithm: algorithm,
    });
    return { test_re_encrypt: before(answer, "SourceKeyMaterialId", "DestinationKeyMaterialId") };
  },
  test_re_encrypt_incorrect_source_key: async (call) => {
    const encrypted = await call("Encrypt", { KeyId: await newKey(call), ...plaintext });
    const keys = { SourceKeyId: await newKey(call), DestinationKeyId: await newKey(call) };
    const CiphertextBlob = textOf(encrypted, "CiphertextBlob");
    return { "incorrect-source-key": await call("ReEncrypt", { CiphertextBlob, ...keys }) };
  },
  test_derive_shared_secret: async (call) => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const PublicKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    const agreement = { KeyUsage: "KEY_AGREEMENT", KeySpec: "ECC_NIST_P256" };
    const request = { KeyId: await newKey(call, agreement), KeyAgreementAlgorithm: "ECDH", PublicKey };
    const signing = await newKey(call, { KeyUsage: "SIGN_VERIFY", KeySpec: "ECC_NIST_P256" });
    return {
      response: await call("DeriveSharedSecret", request),
      "response-invalid-key-usage": await call("DeriveSharedSecret", { ...request, KeyId: signing }),
      "response-invalid-key-spec": await call("CreateKey", { ...agreement, KeySpec: "RSA_2048" }),
      "response-invalid-key-agreement-algo": await call("DeriveSharedSecret", {
        ...request,
        KeyAgreementAlgorithm: "INVALID",
      }),
      "response-invalid-key": await call("DeriveSharedSecret", { ...request, KeyId: await newKey(call) }),
      "response-invalid-public-key": await call("DeriveSharedSecret", { ...request, PublicKey: base64("InvalidKey") }),
    };
  },
  test_derive_shared_secret_matches_openssl: async (call) => {
    const KeyId = await newKey(call, { KeyUsage: "KEY_AGREEMENT", KeySpec: "ECC_NIST_P256" });
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const PublicKey = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    const answer = await call("DeriveSharedSecret", { KeyId, KeyAgreementAlgorithm: "ECDH", PublicKey });
    const { PublicKey: theirs } = z.object({ PublicKey: z.string() }).parse(await call("GetPublicKey", { KeyId }));
    const ecdh = createECDH("prime256v1");
    ecdh.setPrivateKey(Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url"));
    // The point is the end of the public key in DER: 65 bytes.
    const expected = ecdh.computeSecret(Buffer.from(theirs, "base64").subarray(-65)).toString("base64");
    if (textOf(answer, "SharedSecret") !== expected) throw new Error("The two sides agreed on different secrets.");
    return { "derived-shared-key-resp": answer };
  },
  test_rotate_key_on_demand_raises_error_given_key_that_does_not_exist: async (call) => ({
    "error-response": await call("RotateKeyOnDemand", { KeyId: absent }),
  }),
};
