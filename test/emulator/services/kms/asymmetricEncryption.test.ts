import { constants, createHmac, createPublicKey, createPrivateKey, publicEncrypt, randomBytes } from "node:crypto";
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  ReEncryptCommand,
  VerifyMacCommand,
  type DataKeyPairSpec,
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
import { importMaterial } from "./importMaterial.ts";
import { makeKey } from "./keys.ts";

const plaintext = Buffer.from("a message");
const padding = constants.RSA_PKCS1_OAEP_PADDING;
const publicKeyOf = (der: Uint8Array = new Uint8Array()) =>
  createPublicKey({ key: Buffer.from(der), type: "spki", format: "der" });

describe("Keys other than symmetric ones", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  for (const { EncryptionAlgorithm, oaepHash } of [
    { EncryptionAlgorithm: "RSAES_OAEP_SHA_1", oaepHash: "sha1" },
    { EncryptionAlgorithm: "RSAES_OAEP_SHA_256", oaepHash: "sha256" },
  ] as const) {
    it(`open with ${EncryptionAlgorithm} what was encrypted outside with the public key`, async () => {
      const { id: KeyId, arn } = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" });
      const { PublicKey, EncryptionAlgorithms } = await root.kms.send(new GetPublicKeyCommand({ KeyId }));
      expect(EncryptionAlgorithms).to.deep.equal(["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"]);
      const CiphertextBlob = publicEncrypt({ key: publicKeyOf(PublicKey), padding, oaepHash }, plaintext);
      const answer = await root.kms.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm }));
      expect(answer).to.deep.include({ KeyId: arn, EncryptionAlgorithm });
      expect(Buffer.from(answer.Plaintext ?? []).toString()).to.equal("a message");
      const damaged = Buffer.from(CiphertextBlob).fill(1, 8, 16);
      const refused = new DecryptCommand({ KeyId, CiphertextBlob: damaged, EncryptionAlgorithm });
      expect((await refusalOf(root.kms.send(refused))).code).to.equal("InvalidCiphertextException");
      const unnamed = new DecryptCommand({ CiphertextBlob, EncryptionAlgorithm });
      expect((await refusalOf(root.kms.send(unnamed))).code).to.equal("ValidationException");
    });
  }

  it("take no encryption context, and make no data keys", async () => {
    const { id: KeyId, arn } = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" });
    const EncryptionContext = { tenant: "blue" };
    const request = { KeyId, Plaintext: plaintext, EncryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
    const withContext = new EncryptCommand({ ...request, EncryptionContext });
    expect((await refusalOf(root.kms.send(withContext))).code).to.equal("ValidationException");
    const symmetric = new EncryptCommand({ KeyId, Plaintext: plaintext });
    expect(await refusalOf(root.kms.send(symmetric))).to.deep.equal({
      code: "InvalidKeyUsageException",
      message: "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.",
      status: 400,
    });
    const dataKey = new GenerateDataKeyCommand({ KeyId: arn, KeySpec: "AES_256" });
    expect((await refusalOf(root.kms.send(dataKey))).code).to.equal("InvalidKeyUsageException");
  });

  for (const { KeySpec, MacAlgorithm, hash, bytes } of [
    { KeySpec: "HMAC_224", MacAlgorithm: "HMAC_SHA_224", hash: "sha224", bytes: 28 },
    { KeySpec: "HMAC_256", MacAlgorithm: "HMAC_SHA_256", hash: "sha256", bytes: 32 },
    { KeySpec: "HMAC_384", MacAlgorithm: "HMAC_SHA_384", hash: "sha384", bytes: 48 },
    { KeySpec: "HMAC_512", MacAlgorithm: "HMAC_SHA_512", hash: "sha512", bytes: 64 },
  ] as const) {
    it(`make with ${KeySpec} the code that whoever has the material makes`, async () => {
      const { id: KeyId } = await makeKey(root, { KeySpec, KeyUsage: "GENERATE_VERIFY_MAC", Origin: "EXTERNAL" });
      const material = randomBytes(bytes);
      await importMaterial(root.kms, KeyId, material, { WrappingAlgorithm: "RSAES_OAEP_SHA_256" });
      const request = { KeyId, MacAlgorithm, Message: plaintext };
      const { Mac = new Uint8Array() } = await root.kms.send(new GenerateMacCommand(request));
      expect(Buffer.from(Mac)).to.deep.equal(createHmac(hash, material).update(plaintext).digest());
      expect((await root.kms.send(new VerifyMacCommand({ ...request, Mac }))).MacValid).to.equal(true);
      for (const wrong of [Buffer.from(Mac).fill(0, 0, 4), Mac.subarray(1)]) {
        const refused = new VerifyMacCommand({ ...request, Mac: wrong });
        expect((await refusalOf(root.kms.send(refused))).code).to.equal("KMSInvalidMacException");
      }
    });
  }

  for (const { KeyPairSpec, details } of [
    { KeyPairSpec: "RSA_2048", details: { modulusLength: 2048, publicExponent: 65537n } },
    { KeyPairSpec: "ECC_NIST_P384", details: { namedCurve: "secp384r1" } },
    { KeyPairSpec: "ECC_SECG_P256K1", details: { namedCurve: "secp256k1" } },
    { KeyPairSpec: "ECC_NIST_EDWARDS25519", details: {} },
  ] as const) {
    it(`come as data key pairs of ${KeyPairSpec}, whose private key Decrypt gives`, async () => {
      const { arn: KeyId } = await makeKey(root);
      const EncryptionContext = { tenant: "blue" };
      const request = { KeyId, KeyPairSpec, EncryptionContext };
      const pair = await root.kms.send(new GenerateDataKeyPairCommand(request));
      const secret = createPrivateKey({
        key: Buffer.from(pair.PrivateKeyPlaintext ?? []),
        type: "pkcs8",
        format: "der",
      });
      expect(secret.asymmetricKeyDetails).to.deep.equal(details);
      expect(createPublicKey(secret).equals(publicKeyOf(pair.PublicKey))).to.equal(true);
      const CiphertextBlob = pair.PrivateKeyCiphertextBlob;
      const { Plaintext } = await root.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
      expect(Plaintext).to.deep.equal(pair.PrivateKeyPlaintext);
      const hidden = await root.kms.send(new GenerateDataKeyPairWithoutPlaintextCommand(request));
      expect(hidden).to.include({ KeyId, KeyPairSpec }).and.not.have.property("PrivateKeyPlaintext");
    });
  }

  it("come in no pair of a kind that is not carried, and only to who may have that kind", async () => {
    const { arn: KeyId } = await makeKey(root);
    const pair = (KeyPairSpec: DataKeyPairSpec) => new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec });
    expect(await refusalOf(root.kms.send(pair("SM2")))).to.include({ code: "UnsupportedOperationException" });
    const Condition = { StringEquals: { "kms:DataKeyPairSpec": "ECC_NIST_P256" } };
    const Action = "kms:GenerateDataKeyPair";
    const user = await createUser(emulator, "pairs", [{ Effect: "Allow", Action, Resource: KeyId, Condition }]);
    await user.clients.kms.send(pair("ECC_NIST_P256"));
    expect((await refusalOf(user.clients.kms.send(pair("ECC_NIST_P384")))).code).to.equal("AccessDeniedException");
  });

  it("are encrypted anew without anybody seeing the plaintext, from and to any kind", async () => {
    const symmetric = await makeKey(root);
    const pair = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" });
    const SourceEncryptionContext = { tenant: "blue" };
    const { CiphertextBlob } = await root.kms.send(
      new EncryptCommand({ KeyId: symmetric.id, Plaintext: plaintext, EncryptionContext: SourceEncryptionContext }),
    );
    const DestinationEncryptionAlgorithm = "RSAES_OAEP_SHA_256";
    const destination = { DestinationKeyId: pair.id, DestinationEncryptionAlgorithm } as const;
    const first = await root.kms.send(
      new ReEncryptCommand({ CiphertextBlob, SourceEncryptionContext, ...destination }),
    );
    expect(first).to.include({ SourceKeyId: symmetric.arn, KeyId: pair.arn, DestinationEncryptionAlgorithm });
    const second = await root.kms.send(
      new ReEncryptCommand({
        CiphertextBlob: first.CiphertextBlob,
        SourceKeyId: pair.id,
        SourceEncryptionAlgorithm: DestinationEncryptionAlgorithm,
        DestinationKeyId: symmetric.id,
      }),
    );
    const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: symmetric.id }));
    expect(second.DestinationKeyMaterialId).to.equal(KeyMetadata?.CurrentKeyMaterialId);
    const { Plaintext } = await root.kms.send(new DecryptCommand({ CiphertextBlob: second.CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).to.equal("a message");
  });

  it("are encrypted anew by who may take from the one key and give to the other", async () => {
    const source = await makeKey(root);
    const destination = await makeKey(root);
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId: source.id, Plaintext: plaintext }));
    const from = { Effect: "Allow", Action: "kms:ReEncryptFrom", Resource: source.arn } as const;
    const to = { Effect: "Allow", Action: "kms:ReEncryptTo", Resource: destination.arn } as const;
    const otherKeys = { Condition: { Bool: { "kms:ReEncryptOnSameKey": "false" } } };
    const sameKey = { Condition: { Bool: { "kms:ReEncryptOnSameKey": "true" } } };
    for (const { name, statements, outcome } of [
      { name: "both", statements: [{ ...from, ...otherKeys }, to], outcome: "ok" },
      { name: "to", statements: [to], outcome: "AccessDeniedException" },
      { name: "from", statements: [from], outcome: "AccessDeniedException" },
      { name: "same", statements: [{ ...from, ...sameKey }, to], outcome: "AccessDeniedException" },
    ]) {
      const { clients } = await createUser(emulator, name, statements);
      const command = new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: destination.id });
      const ended = await clients.kms.send(command).then(
        () => "ok",
        (error: unknown) => (error instanceof Error ? error.name : ""),
      );
      expect(ended, name).to.equal(outcome);
    }
  });
});
