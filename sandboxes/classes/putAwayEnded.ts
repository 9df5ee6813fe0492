import { existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { reportFile } from "../end/closeClass.ts";
import { ClassFolder } from "./classFolder.ts";

/** Whether a class has ended, and its report is written. */
export function hasEnded(folder: ClassFolder): boolean {
  return existsSync(reportFile(folder)) && folder.leases.list().every(({ state }) => state === "ended");
}

/** Puts what is known of a class that has ended beside the classes, with the time of its end: another one may have its name. */
export function putAwayEnded(path: string): void {
  const folder = new ClassFolder(path);
  const { record } = folder;
  if (record === undefined || !hasEnded(folder)) return;
  const ended = folder.leases.list().flatMap(({ history }) => history.at(-1)?.at ?? []);
  const latest = (ended.sort().at(-1) ?? record.created).replace(/[-:]|\.\d+/g, "");
  const target = join(dirname(path), "..", "ended-classes", `${basename(path)}-${latest}`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  renameSync(path, target);
}
