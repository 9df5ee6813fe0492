import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { caseFile, type CaseFile } from "./accessCase.ts";

const folder = join(import.meta.dirname, "../../cases/authorization");

/** A file of cases with its path below `test/cases/authorization`. */
export interface ReadCaseFile {
  readonly path: string;
  readonly file: CaseFile;
}

/** Every file of cases, in order of their paths. Throws for a file that is not written as `accessCase.ts` says. */
export function readCaseFiles(): ReadCaseFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return paths
    .sort()
    .map((path) => ({ path, file: caseFile.parse(JSON.parse(readFileSync(join(folder, path), "utf8"))) }));
}
