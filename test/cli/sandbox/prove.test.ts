import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { CreatePolicyVersionCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import * as z from "zod";
import type { Statement } from "../../../infra/policies/policyDocument.ts";
import { boundaryArn, studentBoundary } from "../../../sandboxes/blueprint/studentBoundary.ts";
import { ClassFolder } from "../../../sandboxes/classes/classFolder.ts";
import { readCredentials, writeCredentials } from "../../../sandboxes/handover/credentialsRecord.ts";
import { startAwsServer, type AwsServer } from "../../../targets/awsServer.ts";
import { accountId, enroll, partition, until } from "../../sandboxes/enroll.ts";
import { fillFolder } from "../../sandboxes/handover/testClass.ts";
import { clientsFor } from "../../support/emulator.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const { PATH = "", HOME = "" } = process.env;
const ids = ["ada-2345", "ben-abcd", "cyd-wxyz"];
const table = (lease: string) => `arn:aws:dynamodb:us-east-1:${accountId}:table/${lease}-table`;

const seenByAll = "Visible to everybody, by name alone: tables, secrets, keys, users, roles and policies of others.";

const tally = z.object({ attempts: z.number(), open: z.number() });
const tallies = z.partialRecord(z.enum(["read", "use", "change", "assume"]), tally);
const told = z.object({
  attempts: z.number(),
  breaks: z.array(z.object({ who: z.string(), lease: z.string(), kind: z.string(), action: z.string() })),
  rows: z.array(
    z.object({
      lease: z.string(),
      towards: z.array(z.object({ whose: z.string(), tallies })),
      nobodys: tallies,
      out: tally,
    }),
  ),
  visible: z.array(
    z.object({
      as: z.string(),
      lists: z.array(z.object({ action: z.string(), answer: z.string(), ofOthers: z.number(), ofNobody: z.number() })),
    }),
  ),
});

const listed = z.object({ leases: z.array(z.object({ id: z.string(), state: z.string() })) });

describe("keylab sandbox prove", () => {
  let server: AwsServer;
  let workingFolder: string;

  before(async () => {
    const reportBug = (error: unknown) => {
      throw error;
    };
    server = await startAwsServer({ port: 0, rootSecret: "test", region: "us-east-1", reportBug });
    workingFolder = mkdtempSync(join(tmpdir(), "keylab-prove-cli-"));
    const sandboxes = ids.map((id) => ({ id, isProved: false }));
    const folder = fillFolder(classPath(), sandboxes, { target: server.url });
    for (const id of ids) {
      const { credentials } = await enroll(server, id, { pseudonym: `x${id}` });
      const signIn = { password: "", signInUrl: "" };
      writeCredentials(folder.leases.folderOf(id), [{ userName: `${id}-admin`, ...credentials, ...signIn }]);
    }
    await clientsFor(server).iam.send(
      new CreateRoleCommand({
        RoleName: "instructors",
        AssumeRolePolicyDocument: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "sts:AssumeRole" },
          ],
        }),
      }),
    );
  });
  after(async () => {
    rmSync(workingFolder, { recursive: true });
    await server.stop();
  });

  const classPath = () => join(workingFolder, ".keylab", "classes", "autumn");
  const sandbox = async (...args: readonly string[]) =>
    keylabHere(["sandbox", ...args], new FakeContext({ workingFolder, environment: { PATH, HOME } }));
  const json = async () => told.parse(JSON.parse((await sandbox("prove", "--json")).stdout));

  /** The instructor changes the boundary of Ada, so that she may do that, too. */
  async function plant(...holes: readonly Omit<Statement, "Effect">[]): Promise<void> {
    const order = { partition, accountId, region: "us-east-1", lease: "ada-2345", pseudonym: "xada-2345", until };
    const document = studentBoundary({ ...order, frozen: false });
    const PolicyDocument = JSON.stringify({
      ...document,
      Statement: [...document.Statement, ...holes.map((hole) => ({ Effect: "Allow", ...hole }))],
    });
    const PolicyArn = boundaryArn(order);
    await clientsFor(server).iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }),
    );
  }

  const matrixOf = (stdout: string) => stdout.split("\n").slice(stdout.split("\n").indexOf("") + 1);

  it("draws who was denied what is whose, below a line that all was denied and one of what everybody sees by name", async () => {
    await plant();
    const { exitCode, stdout } = await sandbox("prove", "--matrix");
    const [isolated, visible] = stdout.split("\n");
    expect(isolated).to.match(/^Isolated: \d+ attempts on what is another's, towards everybody else, all denied\.$/);
    expect(visible).to.equal(seenByAll);
    expect(matrixOf(stdout).slice(0, 6)).to.deep.equal([
      "  Sandbox   1 2 3  Nobody's  Out",
      "1 ada-2345    ✘ ✘  ✘         ✘",
      "2 ben-abcd  ✘   ✘  ✘         ✘",
      "3 cyd-wxyz  ✘ ✘    ✘         ✘",
      "✘ denied   · not tried   not denied: R read, U use, C change, A assume, * several, ! got out",
      "Nobody's: the instructor's and others' in the account   Out: of the own sandbox",
    ]);
    expect(exitCode).to.equal(0);
  });

  it("shows the one cell that is open where a boundary lets somebody read one table of another, and nothing else", async () => {
    await plant({ Action: "dynamodb:GetItem", Resource: table("ben-abcd") });
    const { exitCode, stdout } = await sandbox("prove", "--matrix");
    expect(stdout.split("\n").slice(0, 4)).to.deep.equal([
      "NOT ISOLATED: ada-2345-admin is not denied dynamodb:GetItem: table/ben-abcd-table of ben-abcd.",
      seenByAll,
      "Nothing is handed out.",
      "",
    ]);
    expect(matrixOf(stdout).slice(0, 4)).to.deep.equal([
      "  Sandbox   1 2 3  Nobody's  Out",
      "1 ada-2345    R ✘  ✘         ✘",
      "2 ben-abcd  ✘   ✘  ✘         ✘",
      "3 cyd-wxyz  ✘ ✘    ✘         ✘",
    ]);
    expect(exitCode).to.equal(1);
    const { rows, breaks } = await json();
    expect(breaks).to.deep.equal([
      { who: "ada-2345-admin", lease: "ada-2345", kind: "read", action: "dynamodb:GetItem" },
    ]);
    const open = rows.flatMap(({ lease, towards, nobodys, out }) => [
      ...towards.flatMap(({ whose, tallies: all }) =>
        Object.entries(all).flatMap(([kind, one]) => (one.open > 0 ? [`${lease} ${kind} ${whose}: ${one.open}`] : [])),
      ),
      ...Object.values(nobodys).flatMap((one) => (one.open > 0 ? [`${lease} nobody's`] : [])),
      ...(out.open > 0 ? [`${lease} out`] : []),
    ]);
    expect(open).to.deep.equal(["ada-2345 read ben-abcd: 1"]);
    expect((await sandbox("show", "ada-2345")).stdout).to.match(
      /^ {2}Isolation +\d+ attempts to get at 2 other sandboxes and beyond: 1 NOT DENIED, 2/m,
    );
  });

  it("tells what is nobody's of the class, and ways out, from what is another student's", async () => {
    await plant({ Action: ["iam:GetRole", "cloudtrail:LookupEvents"], Resource: "*" });
    const { exitCode, stdout } = await sandbox("prove", "--matrix");
    expect(matrixOf(stdout).slice(0, 4)).to.deep.equal([
      "  Sandbox   1 2 3  Nobody's  Out",
      "1 ada-2345    ✘ ✘  R         !",
      "2 ben-abcd  ✘   ✘  ✘         ✘",
      "3 cyd-wxyz  ✘ ✘    ✘         ✘",
    ]);
    expect(exitCode).to.equal(1);
  });

  it("counts the names that a student sees of others, and says which lists are denied", async () => {
    await plant();
    const { attempts, breaks, rows, visible } = await json();
    expect(breaks).to.deep.equal([]);
    expect(visible.map(({ as }) => as)).to.deep.equal(["ada-2345-admin"]);
    const lists = visible.flatMap((one) => one.lists);
    const seen = lists.filter(({ ofOthers, ofNobody }) => ofOthers + ofNobody > 0);
    expect(seen.map(({ action, ofOthers, ofNobody }) => `${action} ${ofOthers} ${ofNobody}`)).to.deep.equal([
      "dynamodb:ListTables 2 0",
      "secretsmanager:ListSecrets 2 0",
      "kms:ListKeys 2 1",
      // The administrator of the embedded AWS, and the one that the command makes for itself.
      "iam:ListUsers 2 2",
      "iam:ListRoles 0 1",
      "iam:ListPolicies 2 0",
    ]);
    expect(lists.flatMap(({ action, answer }) => (answer === "denied" ? [action] : []))).to.deep.equal([
      "iam:ListGroups",
      "logs:DescribeLogGroups",
      "events:ListRules",
      "cloudtrail:ListTrails",
      "tag:GetResources",
    ]);
    const all = rows.flatMap(({ towards, nobodys, out }) => [
      ...towards.flatMap((one) => Object.values(one.tallies)),
      ...Object.values(nobodys),
      out,
    ]);
    expect(all.reduce((sum, one) => sum + one.attempts, 0)).to.equal(attempts);
    expect((await sandbox("show", "ben-abcd")).stdout).to.match(
      /^ {2}Isolation +\d+ attempts to get at 2 other sandboxes and beyond: all denied, 2/m,
    );
    const { sums = [], visible: kept } = new ClassFolder(classPath()).isolation ?? {};
    expect(sums.map(({ lease, others, open }) => [lease, others, open])).to.deep.equal(ids.map((id) => [id, 2, 0]));
    expect(kept?.[0]?.lists).to.have.length(lists.length);
  });

  it("remembers when it was first proved, and reads from then on what students have done", async () => {
    const folder = new ClassFolder(classPath());
    const proved = async () => {
      await sandbox("prove");
      return new ClassFolder(classPath()).isolation;
    };
    folder.isolation = undefined;
    const first = await proved();
    expect(first?.firstAt).to.equal(first?.at);
    const second = await proved();
    expect(second?.firstAt).to.equal(first?.at);
    expect(second?.at).to.not.equal(first?.at);

    const [credentials] = readCredentials(folder.leases.folderOf("ben-abcd")) ?? [];
    if (!first || !credentials) throw new Error("Ben has a sandbox, which is proved.");
    await clientsFor(server, credentials).dynamoDb.send(new DescribeTableCommand({ TableName: "ben-abcd-table" }));
    const stateOfBen = async () => {
      const { stdout } = await sandbox("list", "--json");
      const { leases } = listed.parse(JSON.parse(stdout));
      return leases.find(({ id }) => id === "ben-abcd")?.state;
    };
    folder.isolation = { ...first, firstAt: "2100-01-01T00:00:00.000Z" };
    expect(await stateOfBen()).to.equal("ready");
    folder.isolation = { ...first, firstAt: undefined };
    expect((await proved())?.firstAt, "it was proved before that was kept").to.equal(undefined);
    expect(await stateOfBen()).to.equal("active");
  });
});
