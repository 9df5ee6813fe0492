import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import * as z from "zod";
import { wrapped } from "../importMaterial.ts";
import { base64, metadataOf, newKey, textOf, type Answer, type Call, type Replays } from "./replay.ts";

const wrapping = { WrappingAlgorithm: "RSA_AES_KEY_WRAP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
const forGood = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" };
const plaintext = { Plaintext: base64("test content 123") };
const external = { Origin: "EXTERNAL", Description: "test-key" };

const describeKey = (call: Call, KeyId: string) => call("DescribeKey", { KeyId });
const parameters = (call: Call, KeyId: string) => call("GetParametersForImport", { KeyId, ...wrapping });
const rotate = (call: Call, KeyId: string) => call("RotateKeyOnDemand", { KeyId });
const encrypt = (call: Call, KeyId: string) => call("Encrypt", { KeyId, ...plaintext });

async function importBytes(call: Call, KeyId: string, material: Buffer, body: object = forGood): Promise<Answer> {
  const { PublicKey, ImportToken } = z
    .object({ PublicKey: z.string(), ImportToken: z.string() })
    .parse(await parameters(call, KeyId));
  const bytes = wrapped(material, wrapping.WrappingAlgorithm, Buffer.from(PublicKey, "base64"));
  return call("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial: bytes.toString("base64"), ...body });
}

/** Imports material into a new key, uses the key, and deletes the material again. */
async function imported(call: Call, kind: object, material: Buffer, use: (KeyId: string) => Promise<Answer>) {
  const KeyId = await newKey(call, { Origin: "EXTERNAL", ...kind });
  const before = await describeKey(call, KeyId);
  await importBytes(call, KeyId, material);
  const after = await describeKey(call, KeyId);
  const used = await use(KeyId);
  await call("DeleteImportedKeyMaterial", { KeyId });
  return { before, after, used, deleted: await describeKey(call, KeyId) };
}

const unused = () => Promise.resolve({});

function privateKey(KeySpec: string): Buffer {
  const curve = {
    ECC_NIST_P256: "P-256",
    ECC_NIST_P384: "P-384",
    ECC_NIST_P521: "P-521",
    ECC_SECG_P256K1: "secp256k1",
  };
  const named = new Map(Object.entries(curve)).get(KeySpec) ?? "";
  return createPrivateKey(
    generateKeyPairSync("ec", {
      namedCurve: named,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    }).privateKey,
  ).export({ type: "pkcs8", format: "der" });
}

const macBytes: Readonly<Record<string, number>> = { HMAC_224: 28, HMAC_256: 32, HMAC_384: 48, HMAC_512: 64 };
const signingAlgorithms: Readonly<Record<string, string>> = {
  ECC_NIST_P256: "ECDSA_SHA_256",
  ECC_NIST_P384: "ECDSA_SHA_384",
  ECC_NIST_P521: "ECDSA_SHA_512",
  ECC_SECG_P256K1: "ECDSA_SHA_256",
};

async function signAndVerify(call: Call, KeyId: string, SigningAlgorithm: string | undefined): Promise<Answer> {
  const request = { KeyId, SigningAlgorithm, Message: base64("test message") };
  const signed = await call("Sign", request);
  const verified = await call("Verify", { ...request, Signature: textOf(signed, "Signature") });
  return { "sign-result": signed, "verify-result": verified };
}

async function macAndVerify(call: Call, KeyId: string, MacAlgorithm: string): Promise<Answer> {
  const request = { KeyId, MacAlgorithm, Message: base64("test message") };
  const made = await call("GenerateMac", request);
  const verified = await call("VerifyMac", { ...request, Mac: textOf(made, "Mac") });
  return { "generate-mac-response": made, "verify-mac-response": verified };
}

/** Imported material, and its rotation. */
export const materialReplays: Replays = {
  test_import_key_symmetric: async (call) => {
    const created = metadataOf(await call("CreateKey", { Origin: "EXTERNAL", Description: "symmetric" }));
    const KeyId = textOf(created, "KeyId");
    const material = randomBytes(32);
    const early = await encrypt(call, KeyId);
    const before = await describeKey(call, KeyId);
    const withoutDate = await importBytes(call, KeyId, material, {});
    await importBytes(call, KeyId, material);
    const after = await describeKey(call, KeyId);
    await call("DeleteImportedKeyMaterial", { KeyId });
    return {
      "created-key": created,
      "encrypt-before-import-error": early,
      "describe-key-before-import": before,
      "import-expiring-key-without-valid-to": withoutDate,
      "describe-key-after-import": after,
      "describe-key-after-deleted-import": await describeKey(call, KeyId),
      "encrypt-after-delete-error": await encrypt(call, KeyId),
    };
  },
  test_import_key_asymmetric: async (call) => {
    const kind = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY", Description: "asymmetric" };
    const { before, after, deleted } = await imported(call, kind, privateKey("ECC_NIST_P256"), unused);
    return {
      "created-key": metadataOf(before),
      "describe-key-before-import": before,
      "describe-key-after-import": after,
      "describe-key-after-deleted-import": deleted,
    };
  },
  test_import_key_rsa_aes_wrap_sha256: async (call) => {
    const kind = { KeySpec: "RSA_4096", KeyUsage: "ENCRYPT_DECRYPT", Description: "test-key" };
    const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 4096 });
    const material = key.export({ type: "pkcs8", format: "der" });
    const { before, after, deleted } = await imported(call, kind, material, unused);
    return {
      "describe-before-import": before,
      "import-key-material-response": after,
      "describe-key-after-deleted-import": deleted,
    };
  },
  test_import_key_ecc_keys: async (call, KeySpec = "") => {
    const kind = { KeySpec, KeyUsage: "SIGN_VERIFY", Description: "test ecc key import" };
    const { before, after, used, deleted } = await imported(call, kind, privateKey(KeySpec), (KeyId) =>
      signAndVerify(call, KeyId, signingAlgorithms[KeySpec]),
    );
    return {
      "describe-key-before-import": before,
      "describe-key-after-import": after,
      ...used,
      "describe-key-after-deleted-import": deleted,
    };
  },
  test_import_key_hmac_keys: async (call, KeySpec = "") => {
    const kind = { KeySpec, KeyUsage: "GENERATE_VERIFY_MAC", Description: "test import hmac key" };
    const material = randomBytes(macBytes[KeySpec] ?? 0);
    const { before, after, used, deleted } = await imported(call, kind, material, (KeyId) =>
      macAndVerify(call, KeyId, KeySpec.replace("HMAC", "HMAC_SHA")),
    );
    return {
      "describe-key-before-import": before,
      "describe-key-after-import": after,
      ...used,
      "describe-key-after-deleted-import": deleted,
    };
  },
  test_get_parameters_for_import: async (call) => ({
    "response-error": await parameters(call, await newKey(call)),
  }),
  test_get_parameters_for_import_raises_for_non_external_kms_keys: async (call) => ({
    "get-import-parameters-error": await parameters(call, await newKey(call)),
  }),
  test_rotate_key_on_demand_raises_error_given_key_with_imported_key_material: async (call) => ({
    "error-response": await rotate(call, await newKey(call, external)),
  }),
  test_rotate_key_on_demand_on_external_key_with_no_key_material: async (call, KeySpec = "") => {
    const created = metadataOf(await call("CreateKey", external));
    return {
      "create-kms-external-key": created,
      [`rotate-key-on-demand-error-response-${KeySpec}`]: await rotate(call, textOf(created, "KeyId")),
    };
  },
  test_rotate_key_on_demand_updates_current_key_material_for_external_keys: async (call) => {
    const created = metadataOf(await call("CreateKey", external));
    const KeyId = textOf(created, "KeyId");
    return {
      "create-kms-external-key": created,
      "get-import-parameters-response": await parameters(call, KeyId),
      "describe-empty-key-response": await describeKey(call, KeyId),
      "import-key-material-response": await importBytes(call, KeyId, randomBytes(32)),
      "describe-key-with-material-response": await describeKey(call, KeyId),
      "kms-encrypt-initial-response": await encrypt(call, KeyId),
      "import-new-key-material-response": await importBytes(call, KeyId, randomBytes(32), next),
      "describe-key-with-new-material-response": await describeKey(call, KeyId),
      "rotate-key-on-demand-response": await rotate(call, KeyId),
      "describe-key-after-rotation": await describeKey(call, KeyId),
      "kms-encrypt-rotated-key-response": await encrypt(call, KeyId),
    };
  },
  test_import_key_material_raises_if_there_is_already_key_material_pending: async (call) => {
    const KeyId = await newKey(call, external);
    return {
      "import-initial-material-response": await importBytes(call, KeyId, randomBytes(32)),
      "import-pending-material-response": await importBytes(call, KeyId, randomBytes(32), next),
      "existing-pending-material-error": await importBytes(call, KeyId, randomBytes(32), next),
    };
  },
  test_rotate_key_on_demand_for_external_keys_decrypts_with_previous_material: async (call) => {
    const created = metadataOf(await call("CreateKey", external));
    const KeyId = textOf(created, "KeyId");
    const first = await importBytes(call, KeyId, randomBytes(32));
    const encrypted = await encrypt(call, KeyId);
    await importBytes(call, KeyId, randomBytes(32), next);
    const rotated = await rotate(call, KeyId);
    const { Plaintext } = await call("Decrypt", { CiphertextBlob: textOf(encrypted, "CiphertextBlob") });
    if (Plaintext !== plaintext.Plaintext) throw new Error("The earlier material no longer decrypts.");
    return {
      "create-kms-external-key": created,
      "import-key-material-response": first,
      "kms-encrypt-initial-response": encrypted,
      "rotate-key-on-demand-response": rotated,
    };
  },
  test_rotate_key_on_demand_raises_for_no_pending_key_material: async (call) => {
    const KeyId = await newKey(call, external);
    await importBytes(call, KeyId, randomBytes(32));
    return { "rotate-key-on-demand-invalid-state-error": await rotate(call, KeyId) };
  },
};

const next = { ...forGood, ImportType: "NEW_KEY_MATERIAL" };
