import {
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteImportedKeyMaterialCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateMacCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  type CreateKeyCommandInput,
  type KMSClient,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { services } from "../../../../emulator/services/services.ts";
import { clientsFor, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { importMaterial } from "./importMaterial.ts";
import { makeKey } from "./keys.ts";
import { cryptographicStateRows } from "./cryptographicStateRows.ts";
import { grantee, materialOf, message, plaintext, tag, unsupported, type Prepared, type State } from "./keyStateRow.ts";
import { managementStateRows } from "./managementStateRows.ts";
import { materialStateRows } from "./materialStateRows.ts";

const stateTable = [...cryptographicStateRows, ...managementStateRows, ...materialStateRows];

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
    const rows = new Set(stateTable.map(({ name }) => name.split(" ")[0]));
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

  for (const { name, call, outcomes, kind } of stateTable) {
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
