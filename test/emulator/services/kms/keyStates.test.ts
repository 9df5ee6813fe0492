import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateGrantCommand,
  DecryptCommand,
  DeleteAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DeriveSharedSecretCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetKeyLastUsageCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  GetParametersForImportCommand,
  GetPublicKeyCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyPoliciesCommand,
  ListKeyRotationsCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ReplicateKeyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
  VerifyCommand,
  VerifyMacCommand,
  type CreateKeyCommandInput,
  type KMSClient,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { services } from "../../../../emulator/services/services.ts";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { importMaterial } from "./importMaterial.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";

type State = "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport";

/** What a call needs that was prepared while the key was enabled. */
interface Prepared {
  readonly kms: KMSClient;
  readonly key: TestKey;
  readonly ciphertext: Uint8Array | undefined;
  readonly grantId: string;
  readonly aliasName: string;
  readonly otherKey: TestKey;
  readonly otherCiphertext: Uint8Array | undefined;
}

/** How a call ends: `ok`, or with the error's code. */
type Outcomes = Readonly<Record<State, string>>;

interface Row {
  readonly name: string;
  readonly call: (prepared: Prepared) => Promise<unknown>;
  readonly outcomes: Outcomes;
  /** What kind of key the operation is about. Default: a symmetric one. */
  readonly kind?: CreateKeyCommandInput;
}

const invalidState = "KMSInvalidStateException";
const always: Outcomes = { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok", PendingImport: "ok" };
const notPending: Outcomes = { ...always, PendingDeletion: invalidState };
const withMaterial: Outcomes = { ...notPending, PendingImport: invalidState };
const enabledOnly: Outcomes = { ...withMaterial, Disabled: "DisabledException" };
const pendingOnly: Outcomes = {
  Enabled: invalidState,
  Disabled: invalidState,
  PendingDeletion: "ok",
  PendingImport: invalidState,
};

const unsupported = "UnsupportedOperationException";
/** Rotation is not for imported material, whatever the key's state. */
const rotation = (outcomes: Outcomes): Outcomes => ({ ...outcomes, PendingImport: unsupported });

const hmac: CreateKeyCommandInput = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" };
const signing: CreateKeyCommandInput = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" };
const agreement: CreateKeyCommandInput = { KeySpec: "ECC_NIST_P256", KeyUsage: "KEY_AGREEMENT" };
const message = { Message: Buffer.from("x") };
const { publicKey: peer } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const peerKey = peer.export({ type: "spki", format: "der" });

/** The same for every key: a state row is about no material in particular. */
const material = randomBytes(32);

function materialOf({ KeySpec }: CreateKeyCommandInput): Buffer {
  if (KeySpec !== "ECC_NIST_P256") return material;
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "der" });
}

const plaintext = Buffer.from("x");
const grantee = "arn:aws:iam::000000000000:root";
const tag = { TagKey: "a", TagValue: "b" };

/** Source: KMS Developer Guide, "Key states of AWS KMS keys". */
const table: readonly Row[] = [
  {
    name: "Encrypt",
    call: ({ kms, key }) => kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext })),
    outcomes: enabledOnly,
  },
  {
    name: "Decrypt",
    call: ({ kms, ciphertext }) => kms.send(new DecryptCommand({ CiphertextBlob: ciphertext })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKey",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyCommand({ KeyId: key.id, KeySpec: "AES_256" })),
    outcomes: enabledOnly,
  },
  {
    name: "CreateGrant",
    call: ({ kms, key }) =>
      kms.send(new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: grantee, Operations: ["Decrypt"] })),
    outcomes: enabledOnly,
  },
  {
    name: "EnableKeyRotation",
    call: ({ kms, key }) => kms.send(new EnableKeyRotationCommand({ KeyId: key.id })),
    outcomes: rotation(enabledOnly),
  },
  {
    name: "DisableKeyRotation",
    call: ({ kms, key }) => kms.send(new DisableKeyRotationCommand({ KeyId: key.id })),
    outcomes: rotation(enabledOnly),
  },
  {
    name: "EnableKey",
    call: ({ kms, key }) => kms.send(new EnableKeyCommand({ KeyId: key.id })),
    outcomes: withMaterial,
  },
  {
    name: "DisableKey",
    call: ({ kms, key }) => kms.send(new DisableKeyCommand({ KeyId: key.id })),
    outcomes: withMaterial,
  },
  {
    name: "ScheduleKeyDeletion",
    call: ({ kms, key }) => kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "CreateAlias",
    call: ({ kms, key }) => kms.send(new CreateAliasCommand({ AliasName: `alias/new-${key.id}`, TargetKeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "UpdateAlias to the key",
    call: ({ kms, key, aliasName }) => kms.send(new UpdateAliasCommand({ AliasName: aliasName, TargetKeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "TagResource",
    call: ({ kms, key }) => kms.send(new TagResourceCommand({ KeyId: key.id, Tags: [tag] })),
    outcomes: notPending,
  },
  {
    name: "UntagResource",
    call: ({ kms, key }) => kms.send(new UntagResourceCommand({ KeyId: key.id, TagKeys: ["a"] })),
    outcomes: notPending,
  },
  {
    name: "UpdateKeyDescription",
    call: ({ kms, key }) => kms.send(new UpdateKeyDescriptionCommand({ KeyId: key.id, Description: "new" })),
    outcomes: notPending,
  },
  {
    name: "CancelKeyDeletion",
    call: ({ kms, key }) => kms.send(new CancelKeyDeletionCommand({ KeyId: key.id })),
    outcomes: pendingOnly,
  },
  {
    name: "DescribeKey",
    call: ({ kms, key }) => kms.send(new DescribeKeyCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetKeyPolicy",
    call: ({ kms, key }) => kms.send(new GetKeyPolicyCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "PutKeyPolicy",
    call: ({ kms, key }) => kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy: keyPolicy(toAccount()) })),
    outcomes: always,
  },
  {
    name: "ListKeyPolicies",
    call: ({ kms, key }) => kms.send(new ListKeyPoliciesCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetKeyRotationStatus",
    call: ({ kms, key }) => kms.send(new GetKeyRotationStatusCommand({ KeyId: key.id })),
    outcomes: rotation(always),
  },
  {
    name: "ListResourceTags",
    call: ({ kms, key }) => kms.send(new ListResourceTagsCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "ListAliases",
    call: ({ kms, key }) => kms.send(new ListAliasesCommand({ KeyId: key.id })),
    outcomes: always,
  },
  { name: "ListGrants", call: ({ kms, key }) => kms.send(new ListGrantsCommand({ KeyId: key.id })), outcomes: always },
  {
    name: "RevokeGrant",
    call: ({ kms, key, grantId }) => kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId: grantId })),
    outcomes: always,
  },
  {
    name: "RetireGrant",
    call: ({ kms, key, grantId }) => kms.send(new RetireGrantCommand({ KeyId: key.arn, GrantId: grantId })),
    outcomes: always,
  },
  {
    name: "DeleteAlias",
    call: ({ kms, aliasName }) => kms.send(new DeleteAliasCommand({ AliasName: aliasName })),
    outcomes: always,
  },
  {
    name: "ReEncrypt to the key",
    call: async ({ kms, key, otherCiphertext }) =>
      kms.send(new ReEncryptCommand({ CiphertextBlob: otherCiphertext, DestinationKeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "ReEncrypt from the key",
    call: async ({ kms, ciphertext, otherKey }) =>
      kms.send(new ReEncryptCommand({ CiphertextBlob: ciphertext, DestinationKeyId: otherKey.id })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyWithoutPlaintext",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key.id, KeySpec: "AES_128" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyPair",
    call: ({ kms, key }) => kms.send(new GenerateDataKeyPairCommand({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateDataKeyPairWithoutPlaintext",
    call: ({ kms, key }) =>
      kms.send(new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId: key.id, KeyPairSpec: "ECC_NIST_P256" })),
    outcomes: enabledOnly,
  },
  {
    name: "GenerateMac",
    kind: hmac,
    call: ({ kms, key }) =>
      kms.send(new GenerateMacCommand({ KeyId: key.id, MacAlgorithm: "HMAC_SHA_256", ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "VerifyMac",
    kind: hmac,
    call: ({ kms, key, ciphertext: Mac }) =>
      kms.send(new VerifyMacCommand({ KeyId: key.id, MacAlgorithm: "HMAC_SHA_256", Mac, ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "Sign",
    kind: signing,
    call: ({ kms, key }) => kms.send(new SignCommand({ KeyId: key.id, SigningAlgorithm: "ECDSA_SHA_256", ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "Verify",
    kind: signing,
    call: ({ kms, key, ciphertext: Signature }) =>
      kms.send(new VerifyCommand({ KeyId: key.id, SigningAlgorithm: "ECDSA_SHA_256", Signature, ...message })),
    outcomes: enabledOnly,
  },
  {
    name: "GetPublicKey",
    kind: signing,
    call: ({ kms, key }) => kms.send(new GetPublicKeyCommand({ KeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "DeriveSharedSecret",
    kind: agreement,
    call: ({ kms, key }) =>
      kms.send(new DeriveSharedSecretCommand({ KeyId: key.id, KeyAgreementAlgorithm: "ECDH", PublicKey: peerKey })),
    outcomes: enabledOnly,
  },
  {
    name: "RotateKeyOnDemand",
    call: ({ kms, key }) => kms.send(new RotateKeyOnDemandCommand({ KeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "ListKeyRotations",
    call: ({ kms, key }) => kms.send(new ListKeyRotationsCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetKeyLastUsage",
    call: ({ kms, key }) => kms.send(new GetKeyLastUsageCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "GetParametersForImport",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) =>
      kms.send(
        new GetParametersForImportCommand({
          KeyId: key.id,
          WrappingAlgorithm: "RSAES_OAEP_SHA_256",
          WrappingKeySpec: "RSA_2048",
        }),
      ),
    outcomes: notPending,
  },
  {
    name: "ImportKeyMaterial",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) => importMaterial(kms, key.id, material),
    outcomes: notPending,
  },
  {
    name: "DeleteImportedKeyMaterial",
    kind: { Origin: "EXTERNAL" },
    call: ({ kms, key }) => kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key.id })),
    outcomes: always,
  },
  {
    name: "ReplicateKey",
    kind: { MultiRegion: true },
    call: ({ kms, key }) => kms.send(new ReplicateKeyCommand({ KeyId: key.id, ReplicaRegion: "eu-west-1" })),
    outcomes: enabledOnly,
  },
];

describe("The state of a key decides", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  async function prepare(state: State, kind: CreateKeyCommandInput = {}): Promise<Prepared> {
    const { kms } = root;
    const origin = state === "PendingImport" ? ({ Origin: "EXTERNAL" } as const) : {};
    const key = await makeKey(root, { Tags: [tag], ...kind, ...origin });
    if (kind.Origin === "EXTERNAL" || state === "PendingImport") await importMaterial(kms, key.id, materialOf(kind));
    const aliasName = `alias/${key.id}`;
    const ciphertext = await made(kms, key.id, kind);
    const { GrantId = "" } = await kms.send(
      new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: grantee, Operations: ["DescribeKey"] }),
    );
    await kms.send(new CreateAliasCommand({ AliasName: aliasName, TargetKeyId: key.id }));
    if (state === "Disabled") await kms.send(new DisableKeyCommand({ KeyId: key.id }));
    if (state === "PendingDeletion") await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id }));
    if (state === "PendingImport") await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: key.id }));
    const otherKey = await makeKey(root);
    const otherCiphertext = await made(kms, otherKey.id, {});
    return { kms, key, ciphertext, grantId: GrantId, aliasName, otherKey, otherCiphertext };
  }

  /** What the key makes of a message: a ciphertext, a signature or a code. */
  async function made(kms: KMSClient, KeyId: string, { KeyUsage }: CreateKeyCommandInput) {
    if (KeyUsage === "KEY_AGREEMENT") return undefined;
    if (KeyUsage === "SIGN_VERIFY") {
      return (await kms.send(new SignCommand({ KeyId, SigningAlgorithm: "ECDSA_SHA_256", ...message }))).Signature;
    }
    if (KeyUsage === "GENERATE_VERIFY_MAC") {
      return (await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm: "HMAC_SHA_256", ...message }))).Mac;
    }
    return (await kms.send(new EncryptCommand({ KeyId, Plaintext: plaintext }))).CiphertextBlob;
  }

  const unsupportedImport = "origin is EXTERNAL which is not valid for this operation.";
  const complaints: Readonly<Record<State, string>> = {
    Enabled: "is not pending deletion.",
    Disabled: "is disabled.",
    PendingDeletion: "is pending deletion.",
    PendingImport: "is pending import.",
  };

  it("in a row of the table for every operation on a key", () => {
    const rows = new Set(table.map(({ name }) => name.split(" ")[0]));
    const missing = services
      .find(({ name }) => name === "kms")
      ?.operations.filter(({ name }) => !rows.has(name))
      .map(({ name }) => name);
    expect(missing).to.deep.equal([
      "CreateKey",
      "GenerateRandom",
      "ListKeys",
      "ListRetirableGrants",
      // Both keys' states count: in the tests of multi-region keys.
      "UpdatePrimaryRegion",
    ]);
  });

  for (const { name, call, outcomes, kind } of table) {
    for (const state of ["Enabled", "Disabled", "PendingDeletion", "PendingImport"] as const) {
      it(`${name} on a key that is ${state}: ${outcomes[state]}`, async () => {
        const prepared = await prepare(state, kind);
        const outcome = await call(prepared).then(
          () => "ok",
          (error: unknown) => error,
        );
        if (outcomes[state] === "ok") {
          expect(outcome).to.equal("ok");
          return;
        }
        const stated = outcomes[state] === unsupported ? unsupportedImport : complaints[state];
        const complaint = name === "CancelKeyDeletion" ? complaints.Enabled : stated;
        expect(outcome).to.include({ name: outcomes[state], message: `${prepared.key.arn} ${complaint}` });
        expect(outcome).to.have.nested.property("$metadata.httpStatusCode", 400);
      });
    }
  }

  it("and is named among the decisions of the request", async () => {
    const { kms, key } = await prepare("Disabled");
    const outcome = await kms
      .send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext }))
      .catch((e: unknown) => e);
    if (!(outcome instanceof Error && "$metadata" in outcome)) throw new Error("The call was not refused.");
    const { requestId = "" }: { requestId?: string } = outcome.$metadata ?? {};
    const decisions = emulator.instance.decisions.of(requestId).map(({ result, layer, action, resource }) => ({
      result,
      layer,
      action,
      resource,
    }));
    expect(decisions).to.deep.equal([
      { result: "Allowed", layer: "key policy", action: "kms:Encrypt", resource: key.arn },
      { result: "ExplicitlyDenied", layer: "key state", action: "kms:Encrypt", resource: key.arn },
    ]);
  });
});
