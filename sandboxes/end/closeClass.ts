import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ClassDesk } from "../classDesk.ts";
import type { Progress } from "../deploy/deployAll.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import { readArchivePasswords } from "../handover/archivePasswords.ts";
import { readCredentials } from "../handover/credentialsRecord.ts";
import { deleteHandOuts } from "../handover/deleteHandOuts.ts";
import { WrittenFiles } from "../handover/writtenFiles.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { classReport, type ClassReport } from "./classReport.ts";
import { endAll } from "./endAll.ts";
import { exposing } from "./exposing.ts";
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
 * Ends all sandboxes of a class, looks what is left of them in their accounts, deletes what this machine knows of credentials and what it
 * has written for handing out, and tells the whole. What could not be removed can be ended again.
 */
export async function closeClass(change: ChangePlace, hear: (progress: Progress) => void): Promise<ClosedClass> {
  const { folder, record, places } = change;
  const desk = new ClassDesk(change);
  // What is used and what was reached is written down before it goes.
  await desk.observe();
  const secrets = secretsOf(folder);
  const searched = placesOf(folder);
  const ids = folder.leases.list().flatMap(({ id, state }) => (state === "ended" ? [] : [id]));
  await endAll({ record, folder, ids, reason: "the class has ended", hear }, places);
  const view = await desk.view();
  const pending = await classPendingKeys(places, folder.leases.list(), record);
  const isOver = view.leases.every(({ remaining }) => remaining.length === 0);
  const handOuts = isOver ? await deleteHandOuts(folder.path) : [];
  const report = classReport(record, view, { pendingKeys: pending, handOuts });
  const closed = { report, grades: grades(view, folder.roster) };
  await writeFile(reportFile(folder), `${JSON.stringify(report, undefined, 2)}\n`, { mode: 0o600 });
  if (isOver) folder.roster = undefined;
  return { ...closed, exposed: await exposing(searched, secrets) };
}

/** Where the report of a class is kept. */
export function reportFile({ path }: Pick<ClassFolder, "path">): string {
  return join(path, "report.json");
}

/** Whatever nobody may read any more after the end. */
function secretsOf({ leases, path }: ClassFolder): readonly string[] {
  const credentials = leases.list().flatMap(({ id }) => readCredentials(leases.folderOf(id)) ?? []);
  return [
    ...credentials.flatMap(({ secretAccessKey, password }) => [secretAccessKey, password]),
    ...(readArchivePasswords(path) ?? []).map(({ password }) => password),
  ];
}

/** Where secrets may have been written to. */
function placesOf({ path }: ClassFolder): readonly string[] {
  const written = new WrittenFiles(path);
  return [path, ...written.folders(), ...written.list().map((file) => file.path)];
}
