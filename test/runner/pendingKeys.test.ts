import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  ReplicateKeyCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { checkKeys } from "../../runner/pendingKeys.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";

const day = 24 * 60 * 60 * 1000;

describe("The keys of a run, after its teardown", () => {
  let emulator: Emulator;
  let session: Session;

  before(async () => {
    emulator = await startTestEmulator();
    const configuration = { endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 };
    session = new Session(configuration, new Notes());
  });

  after(async () => {
    session.close();
    await emulator.stop();
  });

  /** Makes a key and, with a window, schedules its deletion. */
  async function makeKey(window?: number): Promise<string> {
    const { KeyMetadata } = await session.kms.send(new CreateKeyCommand({}));
    const id = KeyMetadata?.KeyId ?? "";
    if (window) await session.kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: window }));
    return id;
  }

  /** Checks a key that was made with a window of 7 days, in a run of some length. */
  async function check(id: string, days = 0) {
    const ended = emulator.instance.clock.now();
    const key = { type: "aws:kms/key:Key", id, inputs: { deletionWindowInDays: 7 } };
    const { pending, wrong } = await checkKeys(
      [key],
      { of: () => session },
      {
        began: new Date(ended.getTime() - days * day),
        ended,
      },
    );
    return { windows: pending.map(({ windowInDays }) => windowInDays), wrong };
  }

  it("are pending deletion with the window that they were made with", async () => {
    expect(await check(await makeKey(7))).to.deep.equal({ windows: [7], wrong: [] });
  });

  it("are of every resource type that is a key", async () => {
    const ended = emulator.instance.clock.now();
    const key = { type: "aws:kms/externalKey:ExternalKey", id: await makeKey(7), inputs: { deletionWindowInDays: 7 } };
    const { pending, wrong } = await checkKeys([key], { of: () => session }, { began: ended, ended });
    expect([pending.length, wrong]).to.deep.equal([1, []]);
  });

  it("may wait for their replicas first, with their own window", async () => {
    const { KeyMetadata } = await session.kms.send(new CreateKeyCommand({ MultiRegion: true }));
    const KeyId = KeyMetadata?.KeyId ?? "";
    await session.kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: "eu-west-1" }));
    await session.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(await check(KeyId)).to.deep.equal({ windows: [7], wrong: [] });
    await session.kms.send(new CancelKeyDeletionCommand({ KeyId }));
    await session.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 8 }));
    expect((await check(KeyId)).wrong).to.deep.equal([
      `${KeyMetadata?.Arn ?? ""}: the key is PendingReplicaDeletion instead of pending deletion`,
    ]);
  });

  it("are wrong where they still work, or wait for another time", async () => {
    const working = await makeKey();
    const waiting = await makeKey(30);
    const arn = (id: string) => `arn:aws:kms:us-east-1:000000000000:key/${id}`;
    expect(await check(working)).to.deep.equal({
      windows: [],
      wrong: [`${arn(working)}: the key is Enabled instead of pending deletion`],
    });
    expect(await check(waiting)).to.deep.equal({
      windows: [],
      wrong: [`${arn(waiting)}: the key is deleted in 30.0 days instead of 7`],
    });
  });

  it("may be gone after a run that lasted as long as a deletion takes, and not before", async () => {
    const id = await makeKey(7);
    emulator.instance.clock.advance(8 * day);
    expect(await check(id, 7)).to.deep.equal({ windows: [], wrong: [] });
    expect(await check(id, 6.9)).to.deep.equal({
      windows: [],
      wrong: [`key ${id}: it is gone instead of pending deletion`],
    });
  });
});
