import {
  CreateGrantCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  GenerateMacCommand,
  GetKeyLastUsageCommand,
  GrantOperation,
  ListRetirableGrantsCommand,
  PutKeyPolicyCommand,
  type CreateKeyCommandInput,
} from "@aws-sdk/client-kms";
import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, oneDay, toAccount } from "./keys.ts";
import { makeGrant } from "./makeGrant.ts";

const grantee = "arn:aws:iam::000000000000:root";
const mac = { MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from("x") } as const;
const hmac = { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" } as const;

const encryption: readonly GrantOperation[] = ["Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"];
const kinds: readonly { input: CreateKeyCommandInput; algorithms: object; grants: readonly GrantOperation[] }[] = [
  {
    input: {},
    algorithms: { EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"] },
    grants: [
      ...encryption,
      "GenerateDataKey",
      "GenerateDataKeyPair",
      "GenerateDataKeyPairWithoutPlaintext",
      "GenerateDataKeyWithoutPlaintext",
    ],
  },
  {
    input: { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" },
    algorithms: { EncryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] },
    grants: [...encryption, "GetPublicKey"],
  },
  {
    input: { KeySpec: "ECC_NIST_P521", KeyUsage: "SIGN_VERIFY" },
    algorithms: { SigningAlgorithms: ["ECDSA_SHA_512"] },
    grants: ["Sign", "Verify", "GetPublicKey"],
  },
  {
    input: { KeySpec: "ECC_NIST_P384", KeyUsage: "KEY_AGREEMENT" },
    algorithms: { KeyAgreementAlgorithms: ["ECDH"] },
    grants: ["DeriveSharedSecret", "GetPublicKey"],
  },
  {
    input: { KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" },
    algorithms: { SigningAlgorithms: ["ED25519_SHA_512", "ED25519_PH_SHA_512"] },
    grants: ["Sign", "Verify", "GetPublicKey"],
  },
  { input: hmac, algorithms: { MacAlgorithms: ["HMAC_SHA_256"] }, grants: ["GenerateMac", "VerifyMac"] },
];
const forAnyKey: readonly GrantOperation[] = ["CreateGrant", "DescribeKey", "RetireGrant"];
const everyGrant = Object.values(GrantOperation).filter((operation) => inModel(operation));

/** The SDK is ahead of the API model that the embedded AWS has. */
function inModel(operation: GrantOperation): boolean {
  return !["Encapsulate", "Decapsulate"].includes(operation);
}

describe("A key of each kind", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  for (const { input, algorithms, grants } of kinds) {
    const name = `${input.KeySpec ?? "SYMMETRIC_DEFAULT"} for ${input.KeyUsage ?? "ENCRYPT_DECRYPT"}`;
    it(`${name} tells its algorithms, and takes grants of what it can do alone`, async () => {
      const { id: KeyId } = await makeKey(root, input);
      const { KeyMetadata = {} } = await root.kms.send(new DescribeKeyCommand({ KeyId }));
      const told = Object.entries(KeyMetadata).filter(([member]) => member.endsWith("Algorithms"));
      expect(Object.fromEntries(told)).to.deep.equal(algorithms);
      const grant = (Operations: GrantOperation[]) =>
        root.kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: grantee, Operations }));
      await grant([...grants, "DescribeKey", "CreateGrant", "RetireGrant"]);
      const outcomes = await Promise.all(
        everyGrant.map((operation) =>
          grant([operation]).then(
            () => operation,
            (error: unknown) => (error instanceof Error ? error.name : ""),
          ),
        ),
      );
      const allowed = outcomes.filter((outcome) => outcome !== "ValidationException");
      expect(allowed).to.have.members([...grants, ...forAnyKey]);
    });
  }

  it("takes no constraints of grants unless it has an encryption context", async () => {
    const { id: KeyId } = await makeKey(root, hmac);
    const Constraints = { EncryptionContextSubset: { a: "b" } };
    const Operations = [GrantOperation.GenerateMac];
    const request = { KeyId, GranteePrincipal: grantee, Operations, Constraints };
    const call = root.kms.send(new CreateGrantCommand(request));
    expect((await refusalOf(call)).code).to.equal("ValidationException");
  });

  it("lets a grantee make codes without any policy", async () => {
    const key = await makeKey(root, hmac);
    const { clients, arn } = await createUser(emulator, "maker");
    const make = () => clients.kms.send(new GenerateMacCommand({ KeyId: key.arn, ...mac }));
    expect((await refusalOf(make())).code).to.equal("AccessDeniedException");
    await makeGrant(root, key, { arn }, { Operations: ["GenerateMac"] });
    expect((await make()).KeyId).to.equal(key.arn);
  });

  it("shows which of its grants a principal may retire, to that principal's account", async () => {
    const foreign = clientsFor(emulator, rootOf("111111111111"));
    const { arn } = await createUser(emulator, "retiring");
    const ownKey = await makeKey(root);
    const foreignKey = await makeKey(foreign, { Policy: keyPolicy(toAccount("111111111111")) });
    const ids = [
      await makeGrant(root, ownKey, { arn }, { RetiringPrincipal: arn }),
      await makeGrant(foreign, foreignKey, { arn }, { RetiringPrincipal: arn }),
    ];
    await makeGrant(root, ownKey, { arn });
    const list = (clients: Clients, Limit?: number, Marker?: string) =>
      clients.kms.send(new ListRetirableGrantsCommand({ RetiringPrincipal: arn, Limit, Marker }));
    const { Grants = [], Truncated } = await list(root);
    expect(Grants.map(({ GrantId }) => GrantId)).to.have.members(ids);
    expect(Truncated).to.equal(false);
    const first = await list(root, 1);
    const second = await list(root, 1, first.NextMarker);
    expect([...(first.Grants ?? []), ...(second.Grants ?? [])].map(({ GrantId }) => GrantId)).to.have.members(ids);
    expect((await refusalOf(list(foreign))).code).to.equal("InvalidArnException");
    const away = clientsFor(emulator, rootOf(), "eu-west-1");
    expect((await list(away)).Grants).to.deep.equal([]);
  });

  it("tells its last use, and policies can ask how long ago that was", async () => {
    const { id: KeyId, arn } = await makeKey(root, hmac);
    const usage = () => root.kms.send(new GetKeyLastUsageCommand({ KeyId }));
    const unused = await usage();
    expect(unused.KeyLastUsage).to.deep.equal({});
    expect(unused.TrackingStartDate).to.deep.equal(unused.KeyCreationDate);
    await root.kms.send(new GenerateMacCommand({ KeyId, ...mac }));
    const { Operation, CloudTrailEventId } = (await usage()).KeyLastUsage ?? {};
    const LookupAttributes = [{ AttributeKey: "EventName", AttributeValue: "GenerateMac" } as const];
    const { Events = [] } = await root.cloudTrail.send(new LookupEventsCommand({ LookupAttributes }));
    expect([Operation, CloudTrailEventId]).to.deep.equal(["GenerateMac", Events[0]?.EventId]);
    const Condition = { NumericGreaterThanEquals: { "kms:TrailingDaysWithoutKeyUsage": "90" } };
    const disable = { Principal: { AWS: "*" }, Action: "kms:DisableKey", Condition };
    const admin = { Principal: { AWS: grantee }, Action: ["kms:PutKeyPolicy", "kms:Describe*"] };
    await root.kms.send(new PutKeyPolicyCommand({ KeyId, Policy: keyPolicy(admin, disable) }));
    const attempt = () => root.kms.send(new DisableKeyCommand({ KeyId: arn }));
    expect((await refusalOf(attempt())).code).to.equal("AccessDeniedException");
    emulator.instance.clock.advance(90 * oneDay);
    await attempt();
  });
});
