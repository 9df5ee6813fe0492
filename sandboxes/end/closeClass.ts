import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ClassDesk } from "../classDesk.ts";
import type { Progress } from "../deploy/deployAll.ts";
import type { Credential } from "../desk.ts";
import { readCredentials } from "../handover/credentialsRecord.ts";
import { handOutsFolder } from "../handover/writeHandOuts.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { classReport, type ClassReport } from "./classReport.ts";
import { endAll } from "./endAll.ts";
import { grades } from "./grades.ts";
import { classPendingKeys } from "./classPendingKeys.ts";

/** What a class has come to. */
export interface ClosedClass {
  readonly report: ClassReport;
  /** CSV. */
  readonly grades: string;
  /** Files in which a credential still stands: none, if all went well. */
  readonly exposed: readonly string[];
}

/**
 * Ends all sandboxes of a class, looks what is left of them in their accounts, deletes what this machine knows of credentials, and tells the whole. What
 * could not be removed can be ended again.
 */
export async function closeClass(change: ChangePlace, hear: (progress: Progress) => void): Promise<ClosedClass> {
  const { folder, record, places } = change;
  const desk = new ClassDesk(change);
  // What is used and what was reached is written down before it goes.
  await desk.observe();
  const secrets = folder.leases.list().flatMap(({ id }) => readCredentials(folder.leases.folderOf(id)) ?? []);
  const ids = folder.leases.list().flatMap(({ id, state }) => (state === "ended" ? [] : [id]));
  await endAll({ record, folder, ids, reason: "the class has ended", hear }, places);
  const view = await desk.view();
  const pending = await classPendingKeys(places, folder.leases.list(), record);
  const closed = { report: classReport(record, view, pending), grades: grades(view, folder.roster) };
  await writeFile(reportFile(folder), `${JSON.stringify(closed.report, undefined, 2)}\n`, { mode: 0o600 });
  if (closed.report.remaining.length === 0) {
    await rm(handOutsFolder(folder.path), { recursive: true, force: true });
    folder.roster = undefined;
  }
  return { ...closed, exposed: await exposing(folder.path, secrets) };
}

/** Where the report of a class is kept. */
export function reportFile({ path }: Pick<ClassFolder, "path">): string {
  return join(path, "report.json");
}

/** The files below a folder in which a credential stands. */
async function exposing(folder: string, credentials: readonly Credential[]): Promise<readonly string[]> {
  const secrets = credentials.flatMap(({ secretAccessKey, password }) => [secretAccessKey, password]).filter(Boolean);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const text = await readFile(file, "latin1");
    if (secrets.some((secret) => text.includes(secret))) found.push(file);
  }
  return found;
}
