import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { CreateTrailCommand, ListPublicKeysCommand, StartLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import * as z from "zod";
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

  async function files(): Promise<string[]> {
    const { Contents = [] } = await s3().send(new S3.ListObjectsV2Command({ Bucket: "trail-logs" }));
    return Contents.map(({ Key = "" }) => Key);
  }

  /** Waits for a delivery, and answers the keys of all files. */
  async function filesOnce(areThere: (keys: readonly string[]) => boolean | Promise<boolean>): Promise<string[]> {
    for (let tries = 0; tries < 200; tries++) {
      const keys = await files();
      if (await areThere(keys)) return keys;
      await setTimeout(20);
    }
    throw new Error("The files do not come.");
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
    await filesOnce(async (keys) => (await recorded(keys)).includes("ListKeys"));
    await emulator.instance.advanceClock(60 * minute);
    const before = await filesOnce((keys) => keys.some((key) => key.includes("/CloudTrail-Digest/")));
    const publicKeys = (await cloudTrail.send(new ListPublicKeysCommand({}))).PublicKeyList?.length;
    expect(publicKeys).to.equal(1);
    await kms.send(new ListAliasesCommand({}));
    await emulator.stop();
    emulator = await startTestEmulator({ data: folder });
    await emulator.instance.advanceClock(5 * minute);
    const after = await filesOnce(async (keys) => (await recorded(keys)).includes("ListAliases"));
    expect(after).to.include.members(before);
    const names = await recorded(after);
    expect(names.filter((name) => name === "ListKeys")).to.have.lengthOf(1);
    expect(names.filter((name) => name === "ListAliases")).to.have.lengthOf(1);
    const again = await clientsFor(emulator).cloudTrail.send(new ListPublicKeysCommand({}));
    expect(again.PublicKeyList).to.have.lengthOf(1);
  }).timeout(120_000);
});
