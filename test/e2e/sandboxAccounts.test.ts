import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateRoleCommand,
  DeleteUserPermissionsBoundaryCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import { FakeContext, keylabHere } from "../cli/fakeContext.ts";
import { clientsAt } from "../sandboxes/studentClients.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { inventory } from "../sweep/inventory.ts";
import { withSharedAws, type SharedAws } from "../sweep/withSharedAws.ts";

const home = "000000000000";
const [first, second] = ["111122223333", "444455556666"];
const accounts = [home, first, second];

const report = z.object({
  leases: z.array(z.object({ id: z.string(), accountId: z.string(), region: z.string(), state: z.string() })),
  pendingKeys: z.array(z.object({ arn: z.string(), lease: z.string() })),
});

/** Clients of an account's root user. */
function asRoot({ url }: SharedAws, accessKeyId: string, region: string) {
  return clientsAt({ region, endpoint: url }, { accessKeyId, secretAccessKey: "test" });
}

/** The policies on the page of accounts: who may assume the role, and what the role may do. */
async function policiesOfThePage(): Promise<readonly string[]> {
  const page = await readFile(join(import.meta.dirname, "../../docs/accounts.md"), "utf8");
  return [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = ""]) => text);
}

/** Makes the roles: of the default name, and of one of its own that asks for an external id. */
async function makeRoles(aws: SharedAws): Promise<void> {
  const [trust = "", PolicyDocument = ""] = await policiesOfThePage();
  const asking = trust.replace("999900001111", home);
  const plain = asking.replace(/,\s*"Condition": .*/, "");
  for (const [account, RoleName, AssumeRolePolicyDocument] of [
    [first, "keylab-sandboxes", plain],
    [second, "courses", asking],
  ] as const) {
    const { iam } = asRoot(aws, account, "us-east-1");
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "keylab", PolicyDocument }));
  }
}

/** Lets the first account into a key of the second, and takes the boundary from who is to go there: both by mistake. */
async function openTheKey(aws: SharedAws, ada: string, bob: string): Promise<string> {
  const { kms } = asRoot(aws, second, "eu-west-1");
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: `alias/${bob}-nextwork-kms-key` }));
  const Statement = [first, second].map((account) => ({
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  }));
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
  await kms.send(new PutKeyPolicyCommand({ KeyId: KeyMetadata?.KeyId, Policy }));
  const { iam } = asRoot(aws, first, "us-east-1");
  await iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: `${ada}-admin` }));
  return KeyMetadata?.Arn ?? "";
}

describe("keylab sandbox with an account for each student", () => {
  let folder: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-accounts-"));
  });

  after(() => rm(folder, { recursive: true }));

  it("leads a class through two accounts and two regions, and leaves nothing in any", async () => {
    await withSharedAws(folder, [], async (aws) => {
      const { environment } = aws;
      const sandbox = async (...args: readonly string[]) =>
        keylabHere(["sandbox", ...args], new FakeContext({ workingFolder: folder, environment }));
      const succeed = async (...args: readonly string[]) => {
        const { exitCode, stdout, stderr } = await sandbox(...args);
        expect(exitCode, `${args.join(" ")}: ${stdout}${stderr}`).to.equal(0);
        return stdout;
      };
      await makeRoles(aws);
      const inventories = () => Promise.all(accounts.map(async (account) => inventory(aws.url, account)));
      const before = await inventories();
      const table = `account,role,external_id,region\n${first},,,\n`;
      const row = `${second},arn:aws:iam::${second}:role/courses,course-17,eu-west-1\n`;
      await writeFile(join(folder, "roster.csv"), "id\nada\nbob\n");
      const files = ["--roster", "roster.csv", "--accounts", "accounts.csv"];
      const begin = ["up", ...files, "--class", "autumn", "--workshop", "encrypt-a-database", "--for", "4h"];

      // One account for two: nothing is made, in none of them.
      await writeFile(join(folder, "accounts.csv"), table);
      const { exitCode, stderr } = await sandbox(...begin, "--target", aws.url);
      expect([exitCode, stderr]).to.deep.equal([
        2,
        "1 account is missing: of the 1 in the table of accounts 1 is free, and each new sandbox needs one of its own.\n" +
          "Add accounts to the table, or end sandboxes that are not needed any more.\n",
      ]);
      expect(await inventories()).to.deep.equal(before);

      await writeFile(join(folder, "accounts.csv"), table + row);
      const made = await succeed(...begin, "--target", aws.url);
      expect(made).to.include("2 sandboxes of 2 stand.");
      expect(made).to.match(/^Isolated: \d+ attempts on what is another's, towards everybody else, all denied\.$/m);
      const classFolder = join(folder, ".keylab", "classes", "autumn");
      expect((await stat(join(classFolder, "accounts.json"))).mode & 0o777).to.equal(0o600);

      // The table is known from now on. Whose sandbox is where can be seen.
      const [, , ada = "", bob = ""] = (await succeed("list")).split("\n").map((line) => line.split(" ")[0] ?? "");
      const shown = await succeed("show", bob);
      expect(shown)
        .to.match(new RegExp(`^  Account +${second}$`, "m"))
        .and.to.match(/^ {2}Region +eu-west-1$/m);
      expect(shown).to.match(/^ {2}Usage +keys 1, tables 1, /m);
      const own = await inventory(aws.url, second);
      expect(own).to.include(`arn:aws:iam::${second}:policy/keylab-boundaries/${bob}`);
      expect([...own].filter((item) => item.includes("keylab-administrator"))).to.deep.equal([]);

      // Whoever is let into another account by mistake is found.
      const arn = await openTheKey(aws, ada, bob);
      const broken = await sandbox("prove");
      expect(broken.exitCode).to.equal(1);
      const abroad = broken.stdout.split("\n").filter((line) => line.endsWith(` of ${bob}.`));
      expect(abroad.toSorted()).to.deep.equal(
        ["kms:CreateGrant", "kms:Encrypt", "kms:ListGrants", "kms:RevokeGrant"].map(
          (action) => `NOT ISOLATED: ${ada}-admin is not denied ${action}: ${arn} of ${bob}.`,
        ),
      );

      // An account that lets nobody in is told, and does not keep anybody from the others.
      const { iam } = asRoot(aws, second, "us-east-1");
      const [trust = ""] = await policiesOfThePage();
      const letIn = async (externalId: string) => {
        const PolicyDocument = trust.replace("999900001111", home).replace("course-17", externalId);
        await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "courses", PolicyDocument }));
      };
      await letIn("course-18");
      expect(await succeed("list")).to.include(
        `Nobody can look at ${bob}: The account ${second} cannot be entered as arn:aws:iam::${second}:role/courses (`,
      );
      await letIn("course-17");

      expect(await succeed("freeze", ada, bob)).to.equal(`${ada} is frozen.\n${bob} is frozen.\n`);
      expect(await succeed("end", "--yes"))
        .to.include("2 of 2 sandboxes ended")
        .and.to.include("Nothing is left.");
      const { leases, pendingKeys } = report.parse(
        JSON.parse(await readFile(join(classFolder, "report.json"), "utf8")),
      );
      expect(leases).to.deep.equal([
        { id: ada, accountId: first, region: "us-east-1", state: "ended" },
        { id: bob, accountId: second, region: "eu-west-1", state: "ended" },
      ]);
      expect(
        pendingKeys.map(({ lease, arn: key }) => `${lease} ${key.split(":").slice(3, 5).join(" ")}`),
      ).to.deep.equal([`${ada} us-east-1 ${first}`, `${bob} eu-west-1 ${second}`]);
      expect(await inventories()).to.deep.equal(before);
    });
  }).timeout(60_000);
});
