import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ClassFolder } from "../../../sandboxes/classes/classFolder.ts";
import { deployAll } from "../../../sandboxes/deploy/deployAll.ts";
import { leaseStates, unmadeStates } from "../../../sandboxes/lease/leaseState.ts";
import { fakeSite } from "../places/fakeSite.ts";

const at = new Date("2026-11-26T08:00:00Z");
const until = new Date("2026-11-26T12:00:00Z");
const home = { partition: "aws", accountId: "000000000000", region: "us-east-1" };

describe("deploying sandboxes", () => {
  for (const state of leaseStates.filter((each) => !unmadeStates.has(each))) {
    it(`leaves one alone that is ${state} by the time its turn comes`, async () => {
      const path = await mkdtemp(join(tmpdir(), "keylab-deploy-"));
      const folder = new ClassFolder(path);
      const id = "ada-2345";
      const order = { id, students: ["ada"], pseudonym: "x", blueprint: "ready-made", joinCode: "x" } as const;
      folder.leases.request(order, { at, until, reason: "the roster names them" });
      folder.leases.write(id, { type: "state", at: at.toISOString(), state, reason: "another keylab was there" });
      const before = folder.leases.get(id);
      const site = fakeSite(home);
      const record = {
        ...{
          schemaVersion: 1 as const,
          name: "c",
          workshop: "first-key",
          blueprint: "ready-made" as const,
          target: "x",
        },
        ...{ ...home, created: at.toISOString(), until: until.toISOString() },
        limits: { keys: 1, tables: 1, requests: 1 },
      };
      const told: string[] = [];
      const hear = ({ reason }: { readonly reason: string }) => told.push(reason);
      await deployAll({ record, folder, ids: [id], hear }, { home: site, of: async () => site });
      expect(told).to.deep.equal(["somebody else has seen to it meanwhile"]);
      expect(folder.leases.get(id)).to.deep.equal(before);
      site.administrator.close();
      await rm(path, { recursive: true });
    });
  }
});
