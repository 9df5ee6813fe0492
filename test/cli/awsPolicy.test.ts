import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { boundaryPolicy } from "../../catalogue/permissions/boundaryPolicy.ts";
import { recordedActions } from "../../catalogue/permissions/recordedActions.ts";
import { runnerPolicy } from "../../catalogue/permissions/runnerPolicy.ts";
import { keylab } from "./keylab.ts";

const accountId = "111122223333";
const permissionsBoundary = `arn:aws:iam::${accountId}:policy/keylab-boundary`;
const all = Object.keys(recordedActions);

describe("keylab aws-policy", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-aws-policy-"));
  });
  after(() => rm(folder, { recursive: true }));

  for (const { name, args, policy } of [
    { name: "for all scenarios", args: [], policy: runnerPolicy({ ids: all, accountId }) },
    { name: "for one", args: ["kms/hmac"], policy: runnerPolicy({ ids: ["kms/hmac"], accountId }) },
    {
      name: "with a boundary",
      args: ["--permissions-boundary", permissionsBoundary],
      policy: runnerPolicy({ ids: all, accountId, permissionsBoundary }),
    },
    { name: "which is a boundary", args: ["--boundary"], policy: boundaryPolicy({ ids: all, accountId }) },
  ]) {
    it(`prints the policy ${name}`, async () => {
      const { exitCode, stdout, stderr } = await keylab(["aws-policy", "--account", accountId, ...args], { folder });
      expect([exitCode, stderr]).to.deep.equal([0, ""]);
      expect(JSON.parse(stdout)).to.deep.equal(JSON.parse(JSON.stringify(policy)));
    });
  }

  for (const { args, stderr } of [
    {
      args: ["--account", "workshops"],
      stderr: '"workshops" is not an account.\nAn account has twelve digits.\n',
    },
    {
      args: ["--account", accountId, "--boundary", "--permissions-boundary", permissionsBoundary],
      stderr:
        "A boundary has no boundary.\nPrint the document with --boundary, make a managed policy of it, and give its ARN with --permissions-boundary.\n",
    },
    {
      args: ["--account", accountId, "--permissions-boundary", "keylab-boundary"],
      stderr:
        '"keylab-boundary" is not the ARN of a managed policy.\nIt reads arn:aws:iam::<account>:policy/<name>. `keylab aws-policy --boundary` prints a document for one.\n',
    },
    {
      args: ["kms/throttling", "--account", accountId],
      stderr:
        "AWS can carry none of these scenarios: kms/throttling.\nThey need what only the embedded AWS has. See docs/real-aws.md.\n",
    },
    {
      args: ["kms/hmca", "--account", accountId],
      stderr: 'There is no scenario "kms/hmca". Did you mean "kms/hmac"?\nSee all of them with "npx keylab list".\n',
    },
  ]) {
    it(`refuses ${args.join(" ")}`, async () => {
      expect(await keylab(["aws-policy", ...args], { folder })).to.deep.equal({ exitCode: 2, stdout: "", stderr });
    });
  }
});
