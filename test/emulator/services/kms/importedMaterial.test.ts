import { createCipheriv, generateKeyPairSync, randomBytes } from "node:crypto";
import {
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
  type AlgorithmSpec,
  type CreateKeyCommandInput,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { importMaterial, wrapped } from "./importMaterial.ts";
import { makeKey, oneDay, type TestKey } from "./keys.ts";

const external = { Origin: "EXTERNAL" } as const;
const plaintext = Buffer.from("a message");
const p256 = () =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "der" });

describe("Imported key material", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  const material = randomBytes(32);
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root, external);
  });
  afterEach(() => emulator.stop());

  const state = async () => (await root.kms.send(new DescribeKeyCommand({ KeyId: key.id }))).KeyMetadata?.KeyState;
  const encrypt = () => root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext }));
  const decrypt = (CiphertextBlob?: Uint8Array) => root.kms.send(new DecryptCommand({ CiphertextBlob }));
  const days = (count: number) => new Date(emulator.instance.clock.now().getTime() + count * oneDay);

  for (const algorithm of [
    "RSAES_OAEP_SHA_1",
    "RSAES_OAEP_SHA_256",
    "RSA_AES_KEY_WRAP_SHA_1",
    "RSA_AES_KEY_WRAP_SHA_256",
  ] as const) {
    it(`is unwrapped with ${algorithm}`, async () => {
      await importMaterial(root.kms, key.id, material, { WrappingAlgorithm: algorithm });
      expect(await state()).to.equal("Enabled");
    });
  }

  it("is gone when it is deleted, and everything is back when the same material is imported again", async () => {
    const { KeyMaterialId } = await importMaterial(root.kms, key.id, material);
    const { CiphertextBlob } = await encrypt();
    const deleted = await root.kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key.id }));
    expect(deleted).to.deep.include({ KeyId: key.arn, KeyMaterialId });
    expect(await state()).to.equal("PendingImport");
    expect(await refusalOf(decrypt(CiphertextBlob))).to.include({ code: "KMSInvalidStateException" });
    expect((await refusalOf(importMaterial(root.kms, key.id, randomBytes(32)))).code).to.equal(
      "IncorrectKeyMaterialException",
    );
    await importMaterial(root.kms, key.id, material);
    expect((await decrypt(CiphertextBlob)).KeyMaterialId).to.equal(KeyMaterialId);
  });

  it("expires on its date", async () => {
    const ValidTo = days(10);
    await importMaterial(root.kms, key.id, material, { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo });
    const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: key.id }));
    expect(KeyMetadata).to.include({ ExpirationModel: "KEY_MATERIAL_EXPIRES", KeyState: "Enabled" });
    expect(KeyMetadata?.ValidTo?.getTime()).to.be.closeTo(ValidTo.getTime(), 1000);
    emulator.instance.clock.advance(9 * oneDay);
    expect(await state()).to.equal("Enabled");
    emulator.instance.clock.advance(oneDay);
    expect(await state()).to.equal("PendingImport");
    expect(await refusalOf(encrypt())).to.include({ message: `${key.arn} is pending import.` });
  });

  const wrongTerms = [
    { title: "an expiry that has no date", terms: { ExpirationModel: "KEY_MATERIAL_EXPIRES" } },
    { title: "a date in the past", terms: { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(0) } },
    {
      title: "a date too far away",
      terms: { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date("2999-01-01") },
    },
    { title: "a date for what does not expire", terms: { ValidTo: new Date("2999-01-01") } },
  ] as const;
  for (const { title, terms } of wrongTerms) {
    it(`is refused with ${title}`, async () => {
      const refused = await refusalOf(importMaterial(root.kms, key.id, material, terms));
      expect(refused.code).to.equal("ValidationException");
    });
  }

  it("needs the token of its own key, for 24 hours", async () => {
    const other = await makeKey(root, external);
    const WrappingAlgorithm = "RSAES_OAEP_SHA_256";
    const parameters = await root.kms.send(
      new GetParametersForImportCommand({ KeyId: key.id, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" }),
    );
    expect(Number(parameters.ParametersValidTo) - Date.now()).to.be.closeTo(oneDay, 5000);
    const { ImportToken, PublicKey = new Uint8Array() } = parameters;
    const request = {
      ImportToken,
      EncryptedKeyMaterial: wrapped(material, WrappingAlgorithm, PublicKey),
      ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
    } as const;
    const attempt = (KeyId: string, changed: object = {}) =>
      refusalOf(root.kms.send(new ImportKeyMaterialCommand({ KeyId, ...request, ...changed })));
    expect((await attempt(other.id)).code).to.equal("InvalidImportTokenException");
    expect((await attempt(key.id, { EncryptedKeyMaterial: Buffer.alloc(256, 1) })).code).to.equal(
      "InvalidCiphertextException",
    );
    emulator.instance.clock.advance(oneDay);
    expect((await attempt(key.id)).code).to.equal("ExpiredImportTokenException");
  });

  const wrongMaterial: readonly { title: string; kind: CreateKeyCommandInput; bytes: Buffer }[] = [
    { title: "31 bytes for a symmetric key", kind: {}, bytes: randomBytes(31) },
    {
      title: "27 bytes for HMAC_224",
      kind: { KeySpec: "HMAC_224", KeyUsage: "GENERATE_VERIFY_MAC" },
      bytes: randomBytes(27),
    },
    { title: "a key of another curve", kind: { KeySpec: "ECC_NIST_P384", KeyUsage: "SIGN_VERIFY" }, bytes: p256() },
    { title: "an EC key for RSA", kind: { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }, bytes: p256() },
    { title: "no key at all", kind: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }, bytes: randomBytes(32) },
  ];
  for (const { title, kind, bytes } of wrongMaterial) {
    it(`is refused: ${title}`, async () => {
      const { id } = await makeKey(root, { ...kind, ...external });
      expect((await refusalOf(importMaterial(root.kms, id, bytes))).code).to.equal("IncorrectKeyMaterialException");
    });
  }

  const notCarried: readonly { algorithm: AlgorithmSpec; kind: CreateKeyCommandInput }[] = [
    { algorithm: "RSAES_PKCS1_V1_5", kind: {} },
    { algorithm: "SM2PKE", kind: {} },
    { algorithm: "RSAES_OAEP_SHA_256", kind: { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" } },
  ];
  for (const { algorithm: WrappingAlgorithm, kind } of notCarried) {
    it(`is not wrapped with ${WrappingAlgorithm} for ${kind.KeySpec ?? "a symmetric key"}`, async () => {
      const { id: KeyId } = await makeKey(root, { ...kind, ...external });
      const request = { KeyId, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" } as const;
      expect((await refusalOf(root.kms.send(new GetParametersForImportCommand(request)))).code).to.equal(
        "UnsupportedOperationException",
      );
    });
  }

  it("of a symmetric key rotates when new material was imported for it, and all of it has to stay", async () => {
    const first = (await importMaterial(root.kms, key.id, material)).KeyMaterialId;
    const { CiphertextBlob } = await encrypt();
    const next = { ImportType: "NEW_KEY_MATERIAL", KeyMaterialDescription: "the next" } as const;
    expect((await refusalOf(importMaterial(root.kms, key.id, material, next))).code).to.equal(
      "IncorrectKeyMaterialException",
    );
    const second = (await importMaterial(root.kms, key.id, randomBytes(32), next)).KeyMaterialId;
    const list = async () =>
      (await root.kms.send(new ListKeyRotationsCommand({ KeyId: key.id, IncludeKeyMaterial: "ALL_KEY_MATERIAL" })))
        .Rotations ?? [];
    expect(
      (await list()).map((entry) => [entry.KeyMaterialId, entry.KeyMaterialState, entry.ImportState]),
    ).to.deep.equal([
      [first, "CURRENT", "IMPORTED"],
      [second, "PENDING_ROTATION", "IMPORTED"],
    ]);
    await root.kms.send(new RotateKeyOnDemandCommand({ KeyId: key.id }));
    expect((await decrypt(CiphertextBlob)).KeyMaterialId).to.equal(first);
    expect((await decrypt((await encrypt()).CiphertextBlob)).KeyMaterialId).to.equal(second);
    await root.kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key.id, KeyMaterialId: first }));
    expect(await state()).to.equal("PendingImport");
    const shown = (await list()).map(({ KeyMaterialState, ImportState, RotationType, KeyMaterialDescription }) => [
      KeyMaterialState,
      ImportState,
      RotationType,
      KeyMaterialDescription,
    ]);
    expect(shown).to.deep.equal([
      ["NON_CURRENT", "PENDING_IMPORT", undefined, undefined],
      ["CURRENT", "IMPORTED", "ON_DEMAND", "the next"],
    ]);
  });

  it("never leaves KMS: no event, no ciphertext and no decision holds it", async () => {
    await importMaterial(root.kms, key.id, material);
    const { CiphertextBlob = new Uint8Array() } = await encrypt();
    const events = JSON.stringify(emulator.instance.audit.eventsOf("000000000000"));
    for (const encoding of ["hex", "base64", "base64url"] as const) {
      expect(events).to.not.include(material.toString(encoding).replace(/=+$/, ""));
    }
    expect(Buffer.from(CiphertextBlob).includes(material)).to.equal(false);
    // The ciphertext is one of AES-256-GCM under this very material, bound to its header and the encryption context.
    const blob = Buffer.from(CiphertextBlob);
    const nonceAt = blob.length - 16 - plaintext.length - 12;
    const cipher = createCipheriv("aes-256-gcm", material, blob.subarray(nonceAt, nonceAt + 12));
    cipher.setAAD(Buffer.concat([blob.subarray(0, nonceAt), Buffer.from("[]")]));
    const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    expect(blob.subarray(nonceAt + 12)).to.deep.equal(encrypted);
  });

  it("is imported by who may, with the wrapping and the expiry that policies ask for", async () => {
    const equals = (pairs: object) => ({ Condition: { StringEquals: pairs } });
    const allow = { Effect: "Allow", Resource: key.arn } as const;
    const { clients } = await createUser(emulator, "importer", [
      { ...allow, Action: "kms:GetParametersForImport", ...equals({ "kms:WrappingAlgorithm": "RSAES_OAEP_SHA_256" }) },
      { ...allow, Action: "kms:ImportKeyMaterial", ...equals({ "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" }) },
    ]);
    const good = {
      WrappingAlgorithm: "RSAES_OAEP_SHA_256",
      ExpirationModel: "KEY_MATERIAL_EXPIRES",
      ValidTo: days(1),
    } as const;
    await importMaterial(clients.kms, key.arn, material, good);
    for (const bad of [
      { ...good, WrappingAlgorithm: "RSAES_OAEP_SHA_1" } as const,
      { WrappingAlgorithm: "RSAES_OAEP_SHA_256" } as const,
    ]) {
      expect((await refusalOf(importMaterial(clients.kms, key.arn, material, bad))).code).to.equal(
        "AccessDeniedException",
      );
    }
  });
});
