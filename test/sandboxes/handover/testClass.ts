import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClassFolder } from "../../../sandboxes/classes/classFolder.ts";
import type { ClassRecord } from "../../../sandboxes/classes/classRecord.ts";
import { ClassDesk } from "../../../sandboxes/classDesk.ts";
import type { Credential } from "../../../sandboxes/desk.ts";
import { writeCredentials } from "../../../sandboxes/handover/credentialsRecord.ts";
import type { LeaseState } from "../../../sandboxes/lease/leaseState.ts";
import type { Blueprint, Student } from "../../../sandboxes/student.ts";
import type { ChangePlace } from "../../../sandboxes/terms/changeLease.ts";
import { sessionAs } from "../../../sandboxes/workplace.ts";
import { localTarget } from "../../../targets/localTarget.ts";
import { testPulumiCommand } from "../../support/pulumi.ts";

/** A sandbox of a class that was never deployed: only what this machine would know of it is there. */
export interface TestSandbox {
  readonly id: string;
  /** Default: `ready`. */
  readonly state?: LeaseState;
  /** Default: yes. */
  readonly isProved?: boolean;
  /** Default: `ready-made`. */
  readonly blueprint?: Blueprint;
  /** Default: that of the class. */
  readonly region?: string;
  readonly student?: Omit<Student, "id" | "role">;
}

/** A class in a temporary folder, on an embedded AWS in this process. */
export interface TestClass extends ChangePlace {
  readonly desk: ClassDesk;
  /** A folder beside that of the class. */
  readonly elsewhere: string;
  close(): Promise<void>;
}

const until = "2030-01-31T17:30:00.000Z";

const begun: ClassRecord = {
  schemaVersion: 1,
  name: "autumn",
  workshop: "encrypt-a-database",
  blueprint: "ready-made",
  target: "local",
  partition: "aws",
  accountId: "000000000000",
  region: "us-east-1",
  created: "2026-01-01T08:00:00.000Z",
  until,
  limits: { keys: 5, tables: 5, requests: 20_000 },
};

/** How a lease comes to its state from `deploying`. */
const ways: Readonly<Partial<Record<LeaseState, readonly LeaseState[]>>> = {
  deploying: [],
  ready: ["ready"],
  "handed out": ["ready", "handed out"],
  active: ["ready", "active"],
  frozen: ["ready", "frozen"],
  expired: ["ready", "expired"],
  failed: ["failed"],
  ended: ["ready", "ending", "ended"],
  quarantined: ["ready", "ending", "quarantined"],
};

/** Credentials with everything in them that formats have trouble with. Those of another generation are others. */
export function credentialsOf(id: string, generation = 1): Credential[] {
  return ["admin", "nextwork-kms-user"].map((name, index) => ({
    userName: `${id}-${name}`,
    accessKeyId: `AKIA${generation}${index}${id.toUpperCase().replaceAll(/[^A-Z0-9]/g, "")}`,
    secretAccessKey: `s3cr3t/+${id}/${name}=${generation}`,
    password: `p,"<b>&'${id}-${name};${generation}`,
    signInUrl: "https://000000000000.signin.aws.amazon.com/console",
  }));
}

/** All that nobody else may read of a sandbox. */
export function secretsOf(id: string, generation = 1): string[] {
  return credentialsOf(id, generation).flatMap(({ secretAccessKey, password }) => [secretAccessKey, password]);
}

/** Makes a class with such sandboxes. To be closed. */
export async function testClass(sandboxes: readonly TestSandbox[]): Promise<TestClass> {
  const root = mkdtempSync(join(tmpdir(), "keylab-hand-out-"));
  const target = await localTarget().open();
  const { signal } = new AbortController();
  const place = { target, pulumi: testPulumiCommand, pulumiHome: join(root, "pulumi"), signal, parallel: 2 };
  const administrator = sessionAs(place, target.administrator);
  const folder = fillFolder(join(root, "classes", begun.name), sandboxes);
  const { partition, accountId, region } = begun;
  const home = { partition, accountId, region, place, administrator: administrator.retrying };
  const change = { record: begun, folder, places: { home, of: async () => home } };
  return {
    ...change,
    desk: new ClassDesk(change),
    elsewhere: join(root, "elsewhere"),
    close: async () => {
      administrator.close();
      await target.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Writes what is known of a class. */
export function fillFolder(
  path: string,
  sandboxes: readonly TestSandbox[],
  changes: Partial<ClassRecord> = {},
): ClassFolder {
  const folder = new ClassFolder(path);
  folder.record = { ...begun, ...changes };
  folder.roster = {
    students: sandboxes.map(({ id, student }) => ({ id: `s-${id}`, role: "student", ...student })),
    groups: [],
  };
  const leases = sandboxes.flatMap(({ id, isProved = true }) => (isProved ? [id] : []));
  folder.isolation = { at: begun.created, leases, attempts: 12, breaks: [] };
  for (const sandbox of sandboxes) fillLease(folder, sandbox);
  return folder;
}

function fillLease({ leases }: ClassFolder, sandbox: TestSandbox): void {
  const { id, state = "ready", blueprint = "ready-made", region } = sandbox;
  const terms = { at: new Date(begun.created), until: new Date(until), reason: "the roster names them" };
  const order = { id, students: [`s-${id}`], pseudonym: `x${id}`, blueprint, joinCode: `CODE-${id}` };
  leases.request({ ...order, ...(region !== undefined && { region }) }, terms);
  const way = state === "requested" ? [] : (["deploying", ...(ways[state] ?? [])] as const);
  for (const next of way) leases.lead(id, next, { at: terms.at, reason: "the test says so" });
  if (state !== "requested" && state !== "ended") writeCredentials(leases.folderOf(id), credentialsOf(id));
}
