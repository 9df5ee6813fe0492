import { constants, createHash, createPublicKey, sign, generateKeyPairSync, verify, type KeyObject } from "node:crypto";
import {
  GetPublicKeyCommand,
  SignCommand,
  VerifyCommand,
  type KeySpec,
  type SigningAlgorithmSpec,
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
import { makeKey, type TestKey } from "./keys.ts";

const Message = Buffer.from("a message");
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
const rsa: readonly SigningAlgorithmSpec[] = [
  "RSASSA_PKCS1_V1_5_SHA_256",
  "RSASSA_PKCS1_V1_5_SHA_384",
  "RSASSA_PKCS1_V1_5_SHA_512",
  "RSASSA_PSS_SHA_256",
  "RSASSA_PSS_SHA_384",
  "RSASSA_PSS_SHA_512",
];
const table: readonly { spec: KeySpec; algorithms: readonly SigningAlgorithmSpec[] }[] = [
  { spec: "RSA_2048", algorithms: rsa },
  { spec: "RSA_3072", algorithms: ["RSASSA_PSS_SHA_256"] },
  { spec: "ECC_NIST_P256", algorithms: ["ECDSA_SHA_256"] },
  { spec: "ECC_NIST_P384", algorithms: ["ECDSA_SHA_384"] },
  { spec: "ECC_NIST_P521", algorithms: ["ECDSA_SHA_512"] },
  { spec: "ECC_SECG_P256K1", algorithms: ["ECDSA_SHA_256"] },
  { spec: "ECC_NIST_EDWARDS25519", algorithms: ["ED25519_SHA_512"] },
];

function hashOf(algorithm: SigningAlgorithmSpec): string {
  return `sha${algorithm.slice(-3)}`;
}

/** Checks a signature with node:crypto alone, as somebody who has nothing but the public key. */
function isSignature(key: KeyObject, algorithm: SigningAlgorithmSpec, signature: Uint8Array = new Uint8Array()) {
  const hash = algorithm === "ED25519_SHA_512" ? null : hashOf(algorithm);
  return verify(hash, Message, { key, ...(algorithm.includes("PSS") ? pss : {}) }, signature);
}

describe("kms:Sign and kms:Verify", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  async function publicKey({ id }: TestKey): Promise<KeyObject> {
    const { PublicKey = new Uint8Array() } = await root.kms.send(new GetPublicKeyCommand({ KeyId: id }));
    return createPublicKey({ key: Buffer.from(PublicKey), type: "spki", format: "der" });
  }

  for (const { spec, algorithms } of table) {
    it(`make signatures with ${spec} that others can check with the public key: ${algorithms.join(", ")}`, async () => {
      const key = await makeKey(root, { KeySpec: spec, KeyUsage: "SIGN_VERIFY" });
      const shown = await publicKey(key);
      for (const SigningAlgorithm of algorithms) {
        const request = { KeyId: key.id, SigningAlgorithm };
        const { Signature } = await root.kms.send(new SignCommand({ ...request, Message }));
        expect(isSignature(shown, SigningAlgorithm, Signature), SigningAlgorithm).to.equal(true);
        expect(await root.kms.send(new VerifyCommand({ ...request, Message, Signature }))).to.deep.include({
          KeyId: key.arn,
          SignatureValid: true,
          SigningAlgorithm,
        });
        if (SigningAlgorithm === "ED25519_SHA_512") continue;
        const digest = {
          Message: createHash(hashOf(SigningAlgorithm)).update(Message).digest(),
          MessageType: "DIGEST",
        } as const;
        const ofDigest = await root.kms.send(new SignCommand({ ...request, ...digest }));
        expect(isSignature(shown, SigningAlgorithm, ofDigest.Signature), `digest, ${SigningAlgorithm}`).to.equal(true);
        expect((await root.kms.send(new VerifyCommand({ ...request, ...digest, Signature }))).SignatureValid).to.equal(
          true,
        );
        const wrong = { ...digest, Message: Buffer.from(digest.Message).fill(1, 0, 1) };
        for (const refused of [
          new VerifyCommand({ ...request, ...wrong, Signature }),
          new VerifyCommand({ ...request, Message: Buffer.from("another"), Signature }),
          new VerifyCommand({ ...request, ...digest, Signature: Buffer.alloc(Signature?.length ?? 1, 1) }),
          new VerifyCommand({ ...request, ...digest, Signature: Buffer.of(0x30, 6, 2, 1, 0, 2, 1, 0) }),
        ]) {
          expect((await refusalOf(root.kms.send(refused))).code).to.equal("KMSInvalidSignatureException");
        }
      }
    });
  }

  it("do not take a signature of another key", async () => {
    const key = await makeKey(root, { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const Signature = sign("sha256", Message, privateKey);
    const request = { KeyId: key.id, SigningAlgorithm: "ECDSA_SHA_256", Message, Signature } as const;
    expect((await refusalOf(root.kms.send(new VerifyCommand(request)))).code).to.equal("KMSInvalidSignatureException");
  });

  const refused = [
    {
      title: "an algorithm of another key spec",
      algorithm: "RSASSA_PSS_SHA_256",
      code: "InvalidKeyUsageException",
      message: "Algorithm RSASSA_PSS_SHA_256 is incompatible with key spec ECC_NIST_P256.",
    },
    {
      title: "a hash of another length",
      algorithm: "ECDSA_SHA_256",
      type: "DIGEST",
      code: "ValidationException",
      message: "Digest is invalid length for algorithm ECDSA_SHA_256.",
    },
    {
      title: "a type of message that is for ML-DSA",
      algorithm: "ECDSA_SHA_256",
      type: "EXTERNAL_MU",
      code: "ValidationException",
      message: "Message type EXTERNAL_MU is not compatible with algorithm ECDSA_SHA_256.",
    },
    {
      title: "the kind of Ed25519 that is not carried",
      spec: "ECC_NIST_EDWARDS25519",
      algorithm: "ED25519_PH_SHA_512",
      type: "DIGEST",
      code: "UnsupportedOperationException",
      message: "The embedded AWS does not carry SigningAlgorithm ED25519_PH_SHA_512: node:crypto does not have it.",
    },
  ] as const;
  for (const row of refused) {
    it(`refuse ${row.title}`, async () => {
      const spec = "spec" in row ? row.spec : "ECC_NIST_P256";
      const key = await makeKey(root, { KeySpec: spec, KeyUsage: "SIGN_VERIFY" });
      const MessageType = "type" in row ? row.type : "RAW";
      const request = { KeyId: key.id, SigningAlgorithm: row.algorithm, Message, MessageType } as const;
      const { code, message } = row;
      expect(await refusalOf(root.kms.send(new SignCommand(request)))).to.deep.equal({ code, message, status: 400 });
    });
  }

  it("are allowed by algorithm and type of message", async () => {
    const key = await makeKey(root, { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
    const signer = await createUser(emulator, "signer", [
      {
        Effect: "Allow",
        Action: "kms:Sign",
        Resource: key.arn,
        Condition: { StringEquals: { "kms:SigningAlgorithm": "RSASSA_PSS_SHA_256", "kms:MessageType": "RAW" } },
      },
    ]);
    const request = { KeyId: key.arn, Message, SigningAlgorithm: "RSASSA_PSS_SHA_256" } as const;
    const { kms } = signer.clients;
    expect((await kms.send(new SignCommand(request))).KeyId).to.equal(key.arn);
    for (const other of [
      { ...request, SigningAlgorithm: "RSASSA_PSS_SHA_512" } as const,
      { ...request, MessageType: "DIGEST", Message: Buffer.alloc(32) } as const,
    ]) {
      expect((await refusalOf(kms.send(new SignCommand(other)))).code).to.equal("AccessDeniedException");
    }
    expect((await refusalOf(kms.send(new VerifyCommand({ ...request, Signature: Message })))).code).to.equal(
      "AccessDeniedException",
    );
  });
});
