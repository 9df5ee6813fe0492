import type { Node } from "yaml";
import type { Group } from "../student.ts";
import { fieldNames, type FieldName } from "./fieldNames.ts";
import { fieldOf } from "./fieldOf.ts";
import type { Problem } from "./problem.ts";
import { readGroups } from "./readGroups.ts";
import type { RosterCell, RosterRow } from "./rosterRow.ts";
import { YamlRoster, type YamlEntry } from "./yamlRoster.ts";

/** What a YAML file says. */
export interface YamlContents {
  readonly rows: readonly RosterRow[];
  /** Absent: the file declares none. */
  readonly groups?: readonly Group[];
}

const sections = ["students", "groups"];

/** Reads a list of students, or a mapping of `students` and `groups`. Problems of its form are given to `report`. */
export function readYaml(text: string, report: (problem: Problem) => void): YamlContents {
  const yaml = new YamlRoster(text, report);
  if (yaml.isBroken) return { rows: [] };
  const { contents } = yaml;
  if (yaml.itemsOf(contents)) return { rows: rowsOf(yaml, contents, report) };
  const entries = contents && yaml.isMapping(contents) ? yaml.entriesOf(contents, "A roster") : undefined;
  if (!entries) {
    const says = "A list of students is expected, or a mapping of students and groups.";
    report({ ...yaml.placeOf(contents), says: contents ? says : `The file is empty. ${says}` });
    return { rows: [] };
  }
  for (const entry of entries) if (!sections.includes(entry.key)) yaml.reportUnknown(entry, sections);
  const groups = entries.find(({ key }) => key === "groups");
  const students = entries.find(({ key }) => key === "students");
  const rows = rowsOf(yaml, students?.value, report);
  return groups ? { rows, groups: readGroups(yaml, groups, report) } : { rows };
}

function rowsOf(yaml: YamlRoster, list: Node | undefined, report: (problem: Problem) => void): readonly RosterRow[] {
  const items = yaml.itemsOf(list) ?? [];
  if (items.length === 0)
    report({ ...yaml.placeOf(list), says: "There is no student. A list of students is expected." });
  return items.flatMap((item) => {
    const entries = yaml.entriesOf(item, "A student");
    return entries ? [{ ...yaml.placeOf(item), cells: cellsOf(yaml, entries, report) }] : [];
  });
}

function cellsOf(
  yaml: YamlRoster,
  entries: readonly YamlEntry[],
  report: (problem: Problem) => void,
): ReadonlyMap<FieldName, RosterCell> {
  const cells = new Map<FieldName, RosterCell>();
  for (const entry of entries) {
    const field = fieldOf(entry.key);
    if (field === undefined) {
      yaml.reportUnknown(entry, fieldNames);
      continue;
    }
    const cell = yaml.textOf(entry);
    if (cell && cells.has(field))
      report({ ...cell, field, says: `The student has ${field} twice. One of them has to go.` });
    else if (cell) cells.set(field, cell);
  }
  return cells;
}
