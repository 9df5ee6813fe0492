import {
  CancelKeyDeletionCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  PutKeyPolicyCommand,
  RetireGrantCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { CloudTrailEvent } from "../../../../emulator/audit/cloudTrailEvent.ts";
import { cloudTrailDate } from "../../../../emulator/services/kms/cloudTrailDate.ts";
import { decrypt } from "../../../../emulator/services/kms/operations/decrypt.ts";
import { callVia } from "../../../support/callAs.ts";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { keyPolicy, makeKey, toAccount, type TestKey } from "./keys.ts";

describe("CloudTrail's records of KMS", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
  });
  afterEach(() => emulator.stop());

  function last(): CloudTrailEvent {
    const event = emulator.instance.audit.eventsOf("000000000000").at(-1);
    if (!event) throw new Error("Nothing was recorded.");
    return event;
  }

  const resources = () => [{ accountId: "000000000000", type: "AWS::KMS::Key", ARN: key.arn }];
  const context = { EncryptionContext: { tenant: "blue" } };

  it("show which key was used in which context, and never what was encrypted", async () => {
    const plaintext = Buffer.from("a plain text");
    const { CiphertextBlob = new Uint8Array() } = await root.kms.send(
      new EncryptCommand({ KeyId: key.id, Plaintext: plaintext, ...context }),
    );
    expect(last()).to.deep.include({
      eventSource: "kms.amazonaws.com",
      eventName: "Encrypt",
      requestParameters: {
        keyId: key.id,
        encryptionAlgorithm: "SYMMETRIC_DEFAULT",
        encryptionContext: { tenant: "blue" },
      },
      responseElements: null,
      readOnly: true,
      resources: resources(),
    });
    await root.kms.send(new DecryptCommand({ CiphertextBlob, ...context }));
    expect(last()).to.deep.include({
      eventName: "Decrypt",
      requestParameters: { encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: { tenant: "blue" } },
      responseElements: null,
      resources: resources(),
    });
    await root.kms.send(new GenerateDataKeyCommand({ KeyId: key.arn, KeySpec: "AES_256", ...context }));
    expect(JSON.parse(JSON.stringify(last()))).to.deep.include({
      eventName: "GenerateDataKey",
      requestParameters: { keyId: key.arn, keySpec: "AES_256", encryptionContext: { tenant: "blue" } },
      responseElements: null,
      resources: resources(),
    });
    const everything = JSON.stringify(emulator.instance.audit.eventsOf("000000000000"));
    for (const secret of [plaintext, Buffer.from(CiphertextBlob)]) {
      expect(everything).to.not.contain(secret.toString("base64").slice(0, 16));
      expect(everything).to.not.contain(secret.toString("utf8"));
    }
  });

  it("name the service that asked for the caller", async () => {
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x") }));
    await callVia(emulator, "dynamodb", decrypt, { CiphertextBlob });
    expect(last()).to.include({ sourceIPAddress: "dynamodb.amazonaws.com", userAgent: "dynamodb.amazonaws.com" });
    expect(last().userIdentity).to.include({ type: "Root", invokedBy: "dynamodb.amazonaws.com" });
  });

  it("keep a failed call's parameters and key, and a denied call's neither", async () => {
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x") }));
    const nobody = await createUser(emulator, "nobody");
    const { message } = await refusalOf(nobody.clients.kms.send(new DecryptCommand({ CiphertextBlob })));
    expect(last()).to.include({ errorCode: "AccessDenied", errorMessage: message, requestParameters: null });
    expect(last().resources).to.equal(undefined);
    await root.kms.send(new DisableKeyCommand({ KeyId: key.id }));
    await refusalOf(root.kms.send(new DecryptCommand({ CiphertextBlob, ...context })));
    expect(last()).to.deep.include({
      errorCode: "DisabledException",
      errorMessage: `${key.arn} is disabled.`,
      requestParameters: { encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: { tenant: "blue" } },
      responseElements: null,
      resources: resources(),
    });
  });

  it("name the key that was made", async () => {
    const { KeyMetadata } = await root.kms.send(new CreateKeyCommand({}));
    expect(last().resources).to.deep.equal([
      { accountId: "000000000000", type: "AWS::KMS::Key", ARN: KeyMetadata?.Arn },
    ]);
    expect(last().responseElements).to.have.nested.property("keyMetadata.arn", KeyMetadata?.Arn);
  });

  it("tell the life of a key", async () => {
    const { DeletionDate = new Date(0) } = await root.kms.send(
      new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 7 }),
    );
    expect(last()).to.deep.include({
      requestParameters: { keyId: key.id, pendingWindowInDays: 7 },
      responseElements: { keyId: key.arn, keyState: "PendingDeletion", deletionDate: cloudTrailDate(DeletionDate) },
      readOnly: false,
    });
    await root.kms.send(new CancelKeyDeletionCommand({ KeyId: key.id }));
    expect(last().responseElements).to.deep.equal({ keyId: key.arn });
    const policy = keyPolicy(toAccount());
    await root.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy: policy }));
    expect(last()).to.deep.include({
      requestParameters: {
        keyId: key.id,
        policyName: "default",
        policy,
        bypassPolicyLockoutSafetyCheck: false,
      },
      responseElements: null,
    });
  });

  it("tell the life of a grant, without its token", async () => {
    const grantee = "arn:aws:iam::000000000000:root";
    const { GrantId, GrantToken = "" } = await root.kms.send(
      new CreateGrantCommand({
        KeyId: key.id,
        GranteePrincipal: grantee,
        RetiringPrincipal: grantee,
        Operations: ["Decrypt"],
        Constraints: { EncryptionContextSubset: { tenant: "blue" } },
      }),
    );
    expect(JSON.parse(JSON.stringify(last()))).to.deep.include({
      requestParameters: {
        keyId: key.id,
        granteePrincipal: grantee,
        retiringPrincipal: grantee,
        operations: ["Decrypt"],
        constraints: { encryptionContextSubset: { tenant: "blue" } },
      },
      responseElements: { grantId: GrantId },
      readOnly: false,
    });
    await root.kms.send(new RetireGrantCommand({ GrantToken }));
    expect(last()).to.deep.include({
      requestParameters: null,
      responseElements: null,
      additionalEventData: { grantId: GrantId },
      resources: resources(),
    });
    expect(JSON.stringify(emulator.instance.audit.eventsOf("000000000000"))).to.not.contain(GrantToken);
  });

  for (const [iso, text] of [
    ["2021-04-12T18:58:30Z", "Apr 12, 2021 18:58:30 PM"],
    ["2022-01-02T03:04:05Z", "Jan 2, 2022 03:04:05 AM"],
    ["2022-12-31T12:00:00Z", "Dec 31, 2022 12:00:00 PM"],
  ] as const) {
    it(`write the date ${iso} as ${text}`, () => {
      expect(cloudTrailDate(new Date(iso))).to.equal(text);
    });
  }
});
