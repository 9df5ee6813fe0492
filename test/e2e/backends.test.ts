import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { keylab } from "../cli/keylab.ts";
import { clientsFor, startTestEmulator, type Emulator } from "../support/emulator.ts";
import { startPostgres, type Postgres } from "../support/postgres.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";

const checkpoint = z.object({
  checkpoint: z.object({
    latest: z.object({
      secrets_providers: z.object({ type: z.string() }),
      resources: z
        .array(z.object({ type: z.string(), outputs: z.record(z.string(), z.unknown()).optional() }))
        .optional(),
    }),
  }),
});
/** How Pulumi marks what it has encrypted. Source: Pulumi's documentation, "Secrets handling". */
const envelope = z.strictObject({
  "4dabf18193072939515e22adb298388d": z.literal("1b47061264138c4ac30d75fd1eb44270"),
  ciphertext: z.string().min(1),
});

/** Where state is kept. */
interface Place {
  readonly url: string;
  objects(): Promise<readonly string[]>;
  read(path: string): Promise<string>;
}

describe("keylab run with the engine's state elsewhere", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let postgres: Postgres | undefined;
  let folder: string;
  let environment: Record<string, string>;
  let secretsProvider: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    const { path } = await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-backends-"));
    [emulator, postgres] = await Promise.all([startTestEmulator(), startPostgres()]);
    const { s3, kms } = clientsFor(emulator);
    await s3.send(new CreateBucketCommand({ Bucket: "state" }));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    secretsProvider = `awskms:///${KeyMetadata?.Arn ?? ""}?region=us-east-1`;
    environment = {
      KEYLAB_PULUMI: path,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL_KMS: emulator.url,
    };
  });
  after(async () => {
    await emulator.stop();
    await postgres?.stop();
    await rm(folder, { recursive: true });
  });

  function bucket(): Place {
    const { s3 } = clientsFor(emulator);
    const Bucket = "state";
    return {
      url: `s3://state/runs?region=us-east-1&endpoint=${encodeURIComponent(emulator.url)}&s3ForcePathStyle=true`,
      objects: async () => {
        const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
        return Contents.map(({ Key = "" }) => Key);
      },
      read: async (Key) =>
        (await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()) ?? "",
    };
  }

  function database(server: Postgres): Place {
    const query = (sql: string) => server.query(sql);
    return {
      url: server.url,
      objects: () => query("select key from pulumi_state order by key"),
      read: async (path) => {
        const [data = ""] = await query(`select data->>'data' from pulumi_state where key = '${path}'`);
        return Buffer.from(data, "base64").toString();
      },
    };
  }

  for (const [name, open] of [
    ["a bucket, encrypted with a key of KMS", bucket],
    ["PostgreSQL, encrypted with a key of KMS", () => postgres && database(postgres)],
  ] as const) {
    describe(`in ${name}`, () => {
      let place: Place;
      let args: readonly string[];
      const state = (paths: readonly string[]) => paths.filter((path) => /kms_hmac-kl\w{9}\.json$/.test(path));

      before(function () {
        const opened = open();
        if (opened === undefined) {
          process.stderr.write("PostgreSQL is not on this machine: its tests are skipped.\n");
          this.skip();
        }
        place = opened;
        args = ["--target", emulator.url, "--backend", place.url, "--secrets-provider", secretsProvider];
      });

      /** Pulumi keeps a copy of the last state of a stack that is removed: an empty one. */
      const expectNothing = async () => {
        const paths = await place.objects();
        const others = paths.filter((path) => !path.endsWith("meta.yaml"));
        expect(paths.length - others.length).to.equal(1);
        for (const path of others) {
          expect(path).to.match(/\/stacks\/keylab\/kms_hmac-kl\w{9}\.json\.bak$/);
          const { resources = [] } = checkpoint.parse(JSON.parse(await place.read(path))).checkpoint.latest;
          expect(resources, path).to.deep.equal([]);
        }
      };

      it("leaves nothing there of a run that has been torn down", async () => {
        const { exitCode, stdout } = await keylab(["run", "kms/hmac", ...args], { folder, environment });
        expect([exitCode, stdout.includes(" 0 failed")], stdout).to.deep.equal([0, true]);
        await expectNothing();
      });

      it("keeps what was kept, with no secret in clear", async () => {
        const { exitCode } = await keylab(["run", "kms/hmac", "--keep", ...args], { folder, environment });
        expect(exitCode).to.equal(0);
        const [path = "", ...more] = state(await place.objects()).filter((one) => one.includes("/stacks/"));
        expect(more).to.deep.equal([]);
        const { latest } = checkpoint.parse(JSON.parse(await place.read(path))).checkpoint;
        expect(latest.secrets_providers.type).to.equal("cloud");
        const keys = (latest.resources ?? []).filter(({ type }) => type === "aws:iam/accessKey:AccessKey");
        expect(keys.length).to.be.above(0);
        for (const { outputs } of keys) expect(envelope.safeParse(outputs?.secret).success).to.equal(true);
      });

      it("tells a sweep that does not know the backend which one it is, and no password", async () => {
        const target = ["--target", emulator.url, "--yes"];
        const { exitCode, stdout } = await keylab(["sweep", ...target], { folder, environment });
        const [where = ""] = place.url.replace("keylab@", "").split("?");
        expect(exitCode).to.equal(1);
        expect(stdout).to.match(new RegExp(`LEFT +stack kms_hmac-kl\\w{9}: its state is in ${where}: give --backend`));
        const swept = await keylab(["sweep", ...args, "--yes"], { folder, environment });
        expect(swept.exitCode, swept.stdout + swept.stderr).to.equal(0);
        await expectNothing();
      });

      it("writes no backend with its parameters into the folder of the run", async () => {
        const files = await readdir(join(folder, ".keylab", "runs"), { recursive: true, withFileTypes: true });
        const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
        expect(paths.length).to.be.above(0);
        for (const path of paths)
          expect(await readFile(path, "utf8"))
            .not.to.include("?sslmode")
            .and.not.to.include("?region");
      });
    });
  }

  describe("keylab unlock", () => {
    const lock = (pid: number, host: string) =>
      JSON.stringify({ pid, username: "ana", hostname: host, timestamp: "2026-11-26T09:30:00.000000000Z" });
    const put = async (stack: string, text: string) =>
      clientsFor(emulator).s3.send(
        new PutObjectCommand({
          Bucket: "state",
          Key: `runs/.pulumi/locks/organization/keylab/${stack}/0a1b.json`,
          Body: text,
        }),
      );
    const unlock = (...args: readonly string[]) =>
      keylab(["unlock", ...args], { folder, environment: { ...environment, PULUMI_BACKEND_URL: bucket().url } });

    it("says that nothing is locked", async () => {
      expect(await unlock()).to.deep.equal({ exitCode: 0, stdout: "No stack is locked.\n", stderr: "" });
    });

    it("says who has locked a stack and since when, and removes no lock of a process that runs", async () => {
      await put("dev", lock(process.pid, hostname()));
      const { exitCode, stdout, stderr } = await unlock("dev", "--yes");
      expect(exitCode).to.equal(1);
      expect(stdout).to.match(
        new RegExp(
          `^keylab/dev is locked by ana@${hostname()}, process ${process.pid}, which still runs, since 2026-11-26T09:30:00\\.0+Z \\(\\d+ (minutes|hours)\\)\\.\\n$`,
        ),
      );
      expect(stderr).to.equal(
        `Process ${process.pid} still runs, and works on keylab/dev.\nWait until it has ended, or end it with Ctrl-C. --force removes the lock nevertheless.\n`,
      );
      expect((await unlock("dev", "--yes", "--force")).stdout).to.include("Unlocked.");
      expect((await unlock("dev")).stdout).to.equal("dev is not locked.\n");
    });

    it("removes the locks of whoever is gone, when it is told that it may", async () => {
      await put("dev", lock(999_999_999, hostname()));
      await put("staging", lock(1, "elsewhere"));
      const asked = await unlock();
      expect([asked.exitCode, asked.stderr]).to.deep.equal([
        2,
        "There is no terminal to ask whether these may be removed.\nPass --yes if they may.\n",
      ]);
      const { stdout } = await unlock("keylab/staging", "--yes");
      expect(stdout).to.include("keylab/staging is locked by ana@elsewhere, process 1, on another machine, since");
      expect((await unlock()).stdout)
        .to.include("process 999999999, which has ended, since")
        .and.not.to.include("staging");
      await unlock("--yes");
      expect((await unlock()).stdout).to.equal("No stack is locked.\n");
    });
  });
});
