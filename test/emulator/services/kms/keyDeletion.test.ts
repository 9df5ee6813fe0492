import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey, oneDay, withoutMetadata } from "./keys.ts";

describe("Deleting a KMS key", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  for (const { title, given, days } of [
    { title: "the shortest window", given: 7, days: 7 },
    { title: "the longest window", given: 30, days: 30 },
    { title: "30 days where no window is given", given: undefined, days: 30 },
  ]) {
    it(`waits ${title}`, async () => {
      const { id, arn } = await makeKey(root);
      const before = emulator.instance.clock.now().getTime();
      const answer = await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: given }));
      const { DeletionDate: date } = answer;
      expect(withoutMetadata(answer)).to.deep.equal({
        KeyId: arn,
        KeyState: "PendingDeletion",
        PendingWindowInDays: days,
        DeletionDate: date,
      });
      expect((date?.getTime() ?? 0) - before - days * oneDay).to.be.within(0, 10_000);
      const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: id }));
      expect(KeyMetadata).to.deep.include({ KeyState: "PendingDeletion", Enabled: false, DeletionDate: date });
    });
  }

  for (const { days, bound } of [
    { days: 6, bound: "greater than or equal to 7" },
    { days: 31, bound: "less than or equal to 30" },
  ]) {
    it(`refuses a window of ${days} days`, async () => {
      const { id } = await makeKey(root);
      const refusal = await refusalOf(
        root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: days })),
      );
      expect(refusal).to.deep.equal({
        code: "ValidationException",
        message: `1 validation error detected: Value '${days}' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value ${bound}`,
        status: 400,
      });
    });
  }

  it("can be cancelled: the key is disabled then, and can be enabled", async () => {
    const { id, arn } = await makeKey(root);
    await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }));
    const { KeyId } = await root.kms.send(new CancelKeyDeletionCommand({ KeyId: id }));
    expect(KeyId).to.equal(arn);
    const cancelled = await root.kms.send(new DescribeKeyCommand({ KeyId: id }));
    expect(cancelled.KeyMetadata).to.include({ KeyState: "Disabled", Enabled: false });
    expect(cancelled.KeyMetadata).to.not.have.property("DeletionDate");
    await root.kms.send(new EnableKeyCommand({ KeyId: id }));
    emulator.instance.clock.advance(31 * oneDay);
    const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: id }));
    expect(KeyMetadata?.KeyState).to.equal("Enabled");
  });

  it("keeps key and alias until the date, and leaves nothing of them afterwards", async () => {
    const { id, arn } = await makeKey(root);
    await root.kms.send(new CreateAliasCommand({ AliasName: "alias/doomed", TargetKeyId: id }));
    await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }));
    const other = await makeKey(root);
    const take = () => root.kms.send(new CreateAliasCommand({ AliasName: "alias/doomed", TargetKeyId: other.id }));

    emulator.instance.clock.advance(7 * oneDay - 60_000);
    expect((await root.kms.send(new DescribeKeyCommand({ KeyId: "alias/doomed" }))).KeyMetadata?.Arn).to.equal(arn);
    expect((await refusalOf(take())).code).to.equal("AlreadyExistsException");

    emulator.instance.clock.advance(60_000);
    expect(await refusalOf(root.kms.send(new DescribeKeyCommand({ KeyId: id })))).to.deep.equal({
      code: "NotFoundException",
      message: `Key '${arn}' does not exist`,
      status: 400,
    });
    expect((await root.kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([{ KeyId: other.id, KeyArn: other.arn }]);
    expect((await root.kms.send(new ListAliasesCommand({}))).Aliases).to.deep.equal([]);
    await take();
  });

  it("is recorded by CloudTrail as KMS's own event, without anybody asking for the key", async () => {
    const { id, arn } = await makeKey(root);
    const { DeletionDate } = await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }));
    emulator.instance.clock.advance(7 * oneDay);
    const events = emulator.instance.audit
      .eventsOf("000000000000")
      .filter(({ eventName }) => eventName === "DeleteKey");
    expect(events).to.have.length(1);
    expect(events[0]).to.deep.include({
      eventType: "AwsServiceEvent",
      eventTime: DeletionDate?.toISOString().replace(/\.\d{3}Z$/, "Z"),
      userIdentity: { accountId: "000000000000", invokedBy: "AWS Internal" },
      requestParameters: null,
      responseElements: null,
      resources: [{ accountId: "000000000000", type: "AWS::KMS::Key", ARN: arn }],
    });
  });

  it("destroys the material, so that nothing opens what was encrypted with it", async () => {
    const { id: KeyId } = await makeKey(root);
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x") }));
    const key = emulator.instance.region("000000000000", "us-east-1").kms.key(KeyId);
    if (!key?.materials.current) throw new Error("The key has no material before its deletion.");
    await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    emulator.instance.clock.advance(7 * oneDay);
    expect(key.materials.versions).to.deep.equal([]);
    expect((await refusalOf(root.kms.send(new DecryptCommand({ CiphertextBlob })))).code).to.equal(
      "AccessDeniedException",
    );
  });
});
