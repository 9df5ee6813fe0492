import { UserError } from "../../errors/userError.ts";
import type { Group, Roster } from "../student.ts";
import { checkStudents } from "./checkStudents.ts";
import { decodeText } from "./decodeText.ts";
import type { Problem } from "./problem.ts";
import { readCsv } from "./readCsv.ts";
import { readYaml, type YamlContents } from "./readYaml.ts";
import { refuseProblems } from "./refuseProblems.ts";

type Reader = (text: string, report: (problem: Problem) => void) => YamlContents;

const asTable: Reader = (text, report) => ({ rows: readCsv(text, report) });

const readers: ReadonlyMap<string, Reader> = new Map([
  ["csv", asTable],
  ["tsv", asTable],
  ["txt", asTable],
  ["yaml", readYaml],
  ["yml", readYaml],
]);

/**
 * Who is in a class, by a file: a table (`.csv`, `.tsv`, `.txt`) or YAML (`.yaml`, `.yml`). Groups are those that the file and the
 * settings declare; where neither does, those that its students name, none of them shared.
 *
 * @throws UserError for a file of another kind, for text in another encoding, and for everything that is wrong in it at once.
 */
export function readRoster(
  file: { readonly name: string; readonly bytes: Uint8Array },
  settings: { readonly groups?: readonly Group[] } = {},
): Roster {
  const text = decodeText(file);
  const read = readers.get(/\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "");
  if (!read) {
    const expected = [...readers.keys()].map((ending) => `.${ending}`).join(", ");
    throw new UserError(
      `What ${file.name} is cannot be told from its name.`,
      `Give it one of these endings: ${expected}.`,
    );
  }
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const contents = read(text, report);
  const declared = declaredGroups(file.name, settings.groups, contents.groups);
  const students = checkStudents(contents.rows, declared, report);
  refuseProblems(file.name, problems);
  if (declared) return { students, groups: declared };
  const names = new Set(students.flatMap(({ group }) => group ?? []));
  return { students, groups: [...names].map((name) => ({ name, shared: false })) };
}

function declaredGroups(
  file: string,
  inSettings: readonly Group[] | undefined,
  inFile: readonly Group[] | undefined,
): readonly Group[] | undefined {
  if (!inSettings || !inFile) return inSettings ?? inFile;
  const twice = inFile.find(({ name }) => inSettings.some((other) => other.name === name));
  if (!twice) return [...inSettings, ...inFile];
  const nextStep = "Leave it in one of the two places.";
  throw new UserError(
    `The group "${twice.name}" is declared in ${file}, and in the settings of the class as well.`,
    nextStep,
  );
}
