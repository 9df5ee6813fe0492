import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { CreateTrailCommand, ListPublicKeysCommand, StartLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { z } from "zod";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { makeTrailBucket } from "../../support/trailBucket.ts";

const records = z.object({ Records: z.array(z.object({ eventName: z.string() })) });
const minute = 60_000;

describe("A trail whose embedded AWS is started anew", () => {
  let folder = "";
  let emulator: Emulator;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-trail-"));
    emulator = await startTestEmulator({ data: folder });
  });
  after(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const s3 = () => clientsFor(emulator).s3;

  /** Waits until there are so many log files and digests, and answers their keys. */
  async function files(count: number): Promise<string[]> {
    for (let tries = 0; tries < 200; tries++) {
      const { Contents = [] } = await s3().send(new S3.ListObjectsV2Command({ Bucket: "trail-logs" }));
      if (Contents.length >= count) return Contents.map(({ Key = "" }) => Key);
      await setTimeout(20);
    }
    throw new Error(`There are no ${count} files.`);
  }

  async function recorded(keys: readonly string[]): Promise<string[]> {
    const names: string[] = [];
    for (const Key of keys.filter((key) => key.includes("/CloudTrail/"))) {
      const { Body } = await s3().send(new S3.GetObjectCommand({ Bucket: "trail-logs", Key }));
      const text = gunzipSync((await Body?.transformToByteArray()) ?? "").toString("utf8");
      names.push(...records.parse(JSON.parse(text)).Records.map(({ eventName }) => eventName));
    }
    return names;
  }

  it("delivers each event once, those too that waited when it ended, and signs with the same key", async () => {
    const S3BucketName = await makeTrailBucket(emulator);
    const { cloudTrail, kms } = clientsFor(emulator);
    await cloudTrail.send(new CreateTrailCommand({ Name: "all", S3BucketName, EnableLogFileValidation: true }));
    await cloudTrail.send(new StartLoggingCommand({ Name: "all" }));
    await kms.send(new ListKeysCommand({}));
    await emulator.instance.advanceClock(5 * minute);
    await files(1);
    await emulator.instance.advanceClock(60 * minute);
    const before = await files(2);
    const publicKeys = (await cloudTrail.send(new ListPublicKeysCommand({}))).PublicKeyList?.length;
    expect(publicKeys).to.equal(1);
    await kms.send(new ListAliasesCommand({}));
    await emulator.stop();
    emulator = await startTestEmulator({ data: folder });
    await emulator.instance.advanceClock(5 * minute);
    const after = await files(before.length + 1);
    expect(after).to.include.members(before);
    const names = await recorded(after);
    expect(names.filter((name) => name === "ListKeys")).to.have.lengthOf(1);
    expect(names.filter((name) => name === "ListAliases")).to.have.lengthOf(1);
    const again = await clientsFor(emulator).cloudTrail.send(new ListPublicKeysCommand({}));
    expect(again.PublicKeyList).to.have.lengthOf(1);
  }).timeout(20_000);
});
