import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateGrantCommand,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeyPoliciesCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
  type KMSClient,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";

type State = "Enabled" | "Disabled" | "PendingDeletion";

/** What a call needs that was prepared while the key was enabled. */
interface Prepared {
  readonly kms: KMSClient;
  readonly key: TestKey;
  readonly ciphertext: Uint8Array | undefined;
  readonly grantId: string;
  readonly aliasName: string;
}

interface Row {
  readonly name: string;
  readonly call: (prepared: Prepared) => Promise<unknown>;
  /** For each state the outcome: `ok`, or the error's code. */
  readonly outcomes: Readonly<Record<State, string>>;
}

const always = { Enabled: "ok", Disabled: "ok", PendingDeletion: "ok" };
const notPending = { ...always, PendingDeletion: "KMSInvalidStateException" };
const enabledOnly = { ...notPending, Disabled: "DisabledException" };
const pendingOnly = {
  Enabled: "KMSInvalidStateException",
  Disabled: "KMSInvalidStateException",
  PendingDeletion: "ok",
};

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
    outcomes: enabledOnly,
  },
  {
    name: "DisableKeyRotation",
    call: ({ kms, key }) => kms.send(new DisableKeyRotationCommand({ KeyId: key.id })),
    outcomes: enabledOnly,
  },
  {
    name: "EnableKey",
    call: ({ kms, key }) => kms.send(new EnableKeyCommand({ KeyId: key.id })),
    outcomes: notPending,
  },
  {
    name: "DisableKey",
    call: ({ kms, key }) => kms.send(new DisableKeyCommand({ KeyId: key.id })),
    outcomes: notPending,
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
    outcomes: always,
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
];

describe("The state of a key decides", () => {
  let emulator: Emulator;
  let root: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  after(() => emulator.stop());

  async function prepare(state: State): Promise<Prepared> {
    const { kms } = root;
    const key = await makeKey(root, { Tags: [tag] });
    const aliasName = `alias/${key.id}`;
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: plaintext }));
    const { GrantId = "" } = await kms.send(
      new CreateGrantCommand({ KeyId: key.id, GranteePrincipal: grantee, Operations: ["Encrypt"] }),
    );
    await kms.send(new CreateAliasCommand({ AliasName: aliasName, TargetKeyId: key.id }));
    if (state === "Disabled") await kms.send(new DisableKeyCommand({ KeyId: key.id }));
    if (state === "PendingDeletion") await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id }));
    return { kms, key, ciphertext: CiphertextBlob, grantId: GrantId, aliasName };
  }

  const complaints: Readonly<Record<State, string>> = {
    Enabled: "is not pending deletion.",
    Disabled: "is disabled.",
    PendingDeletion: "is pending deletion.",
  };

  for (const { name, call, outcomes } of table) {
    for (const state of ["Enabled", "Disabled", "PendingDeletion"] as const) {
      it(`${name} on a key that is ${state}: ${outcomes[state]}`, async () => {
        const prepared = await prepare(state);
        const outcome = await call(prepared).then(
          () => "ok",
          (error: unknown) => error,
        );
        if (outcomes[state] === "ok") {
          expect(outcome).to.equal("ok");
          return;
        }
        const complaint = name === "CancelKeyDeletion" ? complaints.Enabled : complaints[state];
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
