import { generateKeyPairSync } from "node:crypto";
import {
  CreateGrantCommand,
  DecryptCommand,
  DeriveSharedSecretCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetKeyLastUsageCommand,
  ListGrantsCommand,
  ReEncryptCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey } from "./keys.ts";
import { makeGrant } from "./makeGrant.ts";

const DryRun = true;
const Message = Buffer.from("x");
const arn = "arn:aws:iam::000000000000:root";

/** Everything that a dry run needs to get as far as success. */
async function prepare(root: Clients) {
  const { kms } = root;
  const key = await makeKey(root);
  const mac = { KeyId: (await makeKey(root, hmac)).id, MacAlgorithm: "HMAC_SHA_256", Message } as const;
  const signing = { KeyId: (await makeKey(root, curve)).id, SigningAlgorithm: "ECDSA_SHA_256", Message } as const;
  const agreement = await makeKey(root, { ...curve, KeyUsage: "KEY_AGREEMENT" });
  const GrantId = await makeGrant(root, key, { arn });
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Message }));
  const { Mac } = await kms.send(new GenerateMacCommand(mac));
  const { Signature } = await kms.send(new SignCommand(signing));
  return { kms, key, mac, Mac, signing, Signature, agreement: agreement.id, GrantId, CiphertextBlob };
}

const hmac = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" } as const;
const curve = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;
const PublicKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ type: "spki", format: "der" });
const KeySpec = "AES_256";
const KeyPairSpec = "ECC_NIST_P256";

type Prepared = Awaited<ReturnType<typeof prepare>>;
const calls: Readonly<Record<string, (prepared: Prepared) => Promise<unknown>>> = {
  CreateGrant: ({ kms, key }) =>
    kms.send(new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: arn, Operations: ["Decrypt"], DryRun })),
  Decrypt: ({ kms, CiphertextBlob }) => kms.send(new DecryptCommand({ CiphertextBlob, DryRun })),
  DeriveSharedSecret: ({ kms, agreement: KeyId }) =>
    kms.send(new DeriveSharedSecretCommand({ KeyId, KeyAgreementAlgorithm: "ECDH", PublicKey, DryRun })),
  Encrypt: ({ kms, key }) => kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Message, DryRun })),
  GenerateDataKey: ({ kms, key }) => kms.send(new GenerateDataKeyCommand({ KeyId: key.id, KeySpec, DryRun })),
  GenerateDataKeyPair: ({ kms, key }) =>
    kms.send(new GenerateDataKeyPairCommand({ KeyId: key.id, KeyPairSpec, DryRun })),
  GenerateDataKeyPairWithoutPlaintext: ({ kms, key }) =>
    kms.send(new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId: key.id, KeyPairSpec, DryRun })),
  GenerateDataKeyWithoutPlaintext: ({ kms, key }) =>
    kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key.id, KeySpec, DryRun })),
  GenerateMac: ({ kms, mac }) => kms.send(new GenerateMacCommand({ ...mac, DryRun })),
  ReEncrypt: ({ kms, key, CiphertextBlob }) =>
    kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: key.id, DryRun })),
  RetireGrant: ({ kms, key, GrantId }) => kms.send(new RetireGrantCommand({ KeyId: key.arn, GrantId, DryRun })),
  RevokeGrant: ({ kms, key, GrantId }) => kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId, DryRun })),
  Sign: ({ kms, signing }) => kms.send(new SignCommand({ ...signing, DryRun })),
  Verify: ({ kms, signing, Signature }) => kms.send(new VerifyCommand({ ...signing, Signature, DryRun })),
  VerifyMac: ({ kms, mac, Mac }) => kms.send(new VerifyMacCommand({ ...mac, Mac, DryRun })),
};

describe("A dry run", () => {
  let emulator: Emulator;
  let prepared: Prepared;
  before(async () => {
    emulator = await startTestEmulator();
    prepared = await prepare(clientsFor(emulator));
  });
  after(() => emulator.stop());

  for (const [name, call] of Object.entries(calls)) {
    it(`of ${name} ends with the error that says it would have succeeded`, async () => {
      expect(await refusalOf(call(prepared))).to.deep.equal({
        code: "DryRunOperationException",
        message: "The request would have succeeded, but the DryRun option is set.",
        status: 400,
      });
    });
  }

  it("leaves everything as it was", async () => {
    const { kms, key, GrantId } = prepared;
    const { Grants = [] } = await kms.send(new ListGrantsCommand({ KeyId: key.id }));
    expect(Grants.map((grant) => grant.GrantId)).to.deep.equal([GrantId]);
    const { KeyLastUsage } = await kms.send(new GetKeyLastUsageCommand({ KeyId: key.id }));
    expect(KeyLastUsage?.Operation).to.equal("Encrypt");
  });
});
