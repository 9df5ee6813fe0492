import { join } from "node:path";
import { expect } from "chai";
import { createUser, startTestEmulator, type Emulator } from "../support/emulator.ts";
import { hasCommand, shell } from "../support/shell.ts";

describe("boto3", function () {
  this.timeout(120_000);
  let emulator: Emulator | undefined;

  before(async function () {
    if (!(await hasCommand("python3", ["-c", "import boto3"]))) {
      process.stderr.write("Python with boto3 is not on this machine: its tests are skipped.\n");
      this.skip();
    }
    emulator = await startTestEmulator();
  });

  after(async () => {
    await emulator?.stop();
  });

  const scripts = {
    "goes through the workshop 'Encrypt a database' by hand": "encryptADatabase.py",
    "walks the waiters, paginators and resources of the services": "walkServices.py",
    "transfers files to S3 and back, and walks its waiters, paginators and resources": "walkS3.py",
  };
  for (const [name, script] of Object.entries(scripts)) {
    it(name, async () => {
      if (emulator === undefined) throw new Error("The embedded AWS has not been started.");
      const allowAll = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;
      const { credentials } = await createUser(emulator, `administrator-${script}`, allowAll);
      const ended = await shell("python3", ["-I", join(import.meta.dirname, script)], {
        PATH: process.env.PATH,
        HOME: "/nonexistent",
        AWS_ENDPOINT_URL: emulator.url,
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_EC2_METADATA_DISABLED: "true",
      });
      expect(ended).to.deep.equal({ exitCode: 0, stdout: "done\n", stderr: "" });
    });
  }
});
