import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import type { PolicyDocument } from "../../infra/policies/policyDocument.ts";
import { markOf } from "../../runner/marks/mark.ts";
import { ClassFolder } from "../../sandboxes/classes/classFolder.ts";
import type { ClassRecord } from "../../sandboxes/classes/classRecord.ts";
import { deployAll } from "../../sandboxes/deploy/deployAll.ts";
import { closeClass } from "../../sandboxes/end/closeClass.ts";
import { proveClass } from "../../sandboxes/isolation/proveClass.ts";
import { leaseOrders } from "../../sandboxes/roster/leaseOrders.ts";
import { seats } from "../../sandboxes/roster/seats.ts";
import { extendLease, freezeLease } from "../../sandboxes/terms/changeLease.ts";
import { sessionAs } from "../../sandboxes/workplace.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { openAwsStandIn } from "../support/awsStandIn.ts";
import { startTestEmulator } from "../support/emulator.ts";
import { installationMilliseconds, testPulumi, testPulumiCommand } from "../support/pulumi.ts";

const home = { partition: "aws", accountId: "000000000000", region: "us-east-1" };
const patience = { settle: 0, answers: 1, limit: 0, eventually: 0, pause: 100 };

const allow = z.object({
  Sid: z.string(),
  Effect: z.literal("Allow"),
  Action: z.array(z.string()),
  Resource: z.string(),
});
const policyDocument = z.object({ Version: z.literal("2012-10-17"), Statement: z.array(allow) });

/** What the role may do, as the page of accounts has it. */
async function policyOfThePage(): Promise<PolicyDocument> {
  const page = await readFile(join(import.meta.dirname, "../../docs/accounts.md"), "utf8");
  const [, second] = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, text = ""]) => text);
  return policyDocument.parse(JSON.parse(second ?? ""));
}

describe("the role for sandboxes on AWS", () => {
  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
  });

  it("is allowed what it needs, by the policy on the page of accounts", async () => {
    const path = await mkdtemp(join(tmpdir(), "keylab-sandbox-role-"));
    const passphraseFile = join(path, "passphrase");
    await writeFile(passphraseFile, "correct horse battery staple", { mode: 0o600 });
    const emulator = await startTestEmulator();
    const aws = await openAwsStandIn({ emulator, passphraseFile, patience, policy: await policyOfThePage() });
    const target = await aws.target.open([], markOf("20260101T120000-sandbox", "kl1a2b3c4d", "sandboxes"));
    const signal = new AbortController().signal;
    const place = { target, pulumi: testPulumiCommand, pulumiHome: pulumiHome(process.env), signal, parallel: 2 };
    const administrator = sessionAs(place, target.administrator);
    const site = { ...home, place, administrator };
    const places = { home: site, of: async () => site };
    try {
      const folder = new ClassFolder(join(path, "class"));
      const at = await target.now();
      const until = new Date(at.getTime() + 3_600_000);
      const record: ClassRecord = {
        schemaVersion: 1,
        name: "role",
        workshop: "team-task-hub",
        blueprint: "ready-made",
        target: "aws:000000000000",
        ...home,
        created: at.toISOString(),
        until: until.toISOString(),
        limits: { keys: 5, tables: 5, requests: 1000 },
      };
      const orders = leaseOrders(seats(2), { className: "role", blueprint: "ready-made", known: [] });
      for (const order of orders) folder.leases.request(order, { at, until, reason: "it is tried" });
      const change = { record, folder, places };
      const ids = orders.map(({ id }) => id);
      await deployAll({ record, folder, ids, hear: () => undefined }, places);
      const told = folder.leases.list().map(({ state, history }) => `${state}: ${history.at(-1)?.reason ?? ""}`);
      expect(told).to.deep.equal(["ready: it was deployed", "ready: it was deployed"]);
      expect((await proveClass(change)).breaks).to.deep.equal([]);
      await extendLease(ids[0] ?? "", new Date(until.getTime() + 60_000), change);
      await freezeLease(ids[0] ?? "", "it is tried", change);
      const { report } = await closeClass(change, () => undefined);
      expect(report.leases.map(({ state }) => state)).to.deep.equal(["ended", "ended"]);
      expect(report.remaining).to.deep.equal([]);
      expect(report.pendingKeys).to.have.length(2);
    } finally {
      administrator.close();
      await target.close();
      await aws.stop();
      await emulator.stop();
      await rm(path, { recursive: true });
    }
  }).timeout(60_000);
});
