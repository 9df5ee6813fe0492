import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { handOutFiles } from "../../../sandboxes/handover/handOutFiles.ts";
import { credentialsOf } from "./testClass.ts";

const root = join(import.meta.dirname, "../../..");
const region = "eu-west-1";
const credentials = credentialsOf("zoe");
const [administrator] = credentials;

/** What the AWS SDK makes of its environment, in a process of its own: where it would send a call, and as whom. */
const asked = `
  import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
  let hostname;
  const requestHandler = { handle: async (request) => { hostname = request.hostname; throw new Error("That is enough."); } };
  const client = new STSClient({ requestHandler, maxAttempts: 1 });
  await client.send(new GetCallerIdentityCommand({})).catch(() => undefined);
  const { accessKeyId, secretAccessKey } = await client.config.credentials();
  console.log(JSON.stringify({ accessKeyId, secretAccessKey, region: await client.config.region(), hostname }));
`;

function sdk(environment: Readonly<Record<string, string>>, options: readonly string[] = []): unknown {
  const { PATH = "" } = process.env;
  const env = { PATH, HOME: "/nowhere", AWS_EC2_METADATA_DISABLED: "true", ...environment };
  const args = [...options, "--no-warnings", "--input-type=module", "--eval", asked];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }));
}

describe("the files that are handed out", () => {
  const places = [
    { where: "on AWS", place: { region }, hostname: "sts.eu-west-1.amazonaws.com" },
    { where: "at an endpoint", place: { region, endpoint: "http://class.example:4566" }, hostname: "class.example" },
  ];

  it("are named after what they are for", () => {
    expect(Object.keys(handOutFiles(credentials, { region }))).to.deep.equal([
      "zoe-admin_credentials.csv",
      "zoe-nextwork-kms-user_credentials.csv",
      "aws-config",
      ".env",
    ]);
    expect(handOutFiles([], { region })).to.deep.equal({ "aws-config": "" });
  });

  const passwords = ["a,b", 'a"b', `",",'`, "a;b", "=1+1", " a ", "a\\b", "ü€", "#", "-x"];
  for (const password of passwords) {
    it(`have the password ${JSON.stringify(password)} as CSV`, () => {
      const [one] = credentialsOf("zoe").map((credential) => ({ ...credential, password }));
      const files = one === undefined ? {} : handOutFiles([one], { region });
      expect(parse(files["zoe-admin_credentials.csv"] ?? "")).to.deep.equal([
        ["User name", "Password", "Console sign-in URL"],
        ["zoe-admin", password, "https://000000000000.signin.aws.amazon.com/console"],
      ]);
    });
  }

  for (const { where, place, hostname } of places) {
    it(`tell the AWS SDK every user, as profiles, ${where}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "keylab-aws-config-"));
      try {
        const file = join(folder, "aws-config");
        writeFileSync(file, handOutFiles(credentials, place)["aws-config"] ?? "");
        for (const { userName, accessKeyId, secretAccessKey } of credentials) {
          const environment = { AWS_CONFIG_FILE: file, AWS_PROFILE: userName };
          expect(sdk(environment)).to.deep.equal({ accessKeyId, secretAccessKey, region, hostname });
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it(`tell the AWS SDK the student's own administrator, as variables, ${where}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "keylab-env-"));
      try {
        const file = join(folder, ".env");
        writeFileSync(file, handOutFiles(credentials, place)[".env"] ?? "");
        const { accessKeyId, secretAccessKey } = administrator ?? {};
        expect(sdk({}, [`--env-file=${file}`])).to.deep.equal({ accessKeyId, secretAccessKey, region, hostname });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
