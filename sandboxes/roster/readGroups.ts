import { suggestion } from "../../infra/environment/suggestion.ts";
import { blueprints, type Blueprint, type Group } from "../student.ts";
import { checkCell } from "./checkCell.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import type { YamlEntry, YamlRoster } from "./yamlRoster.ts";

const keys = ["name", "blueprint", "shared"];

/** The groups that a YAML file declares under `groups`. What is wrong with them is given to `report`. */
export function readGroups(yaml: YamlRoster, section: YamlEntry, report: (problem: Problem) => void): readonly Group[] {
  const items = yaml.itemsOf(section.value);
  if (!items) report({ line: section.line, column: section.column, says: "groups is a list." });
  const groups: Group[] = [];
  for (const item of items ?? []) {
    const entries = yaml.entriesOf(item, "A group");
    if (!entries) continue;
    for (const entry of entries) if (!keys.includes(entry.key)) yaml.reportUnknown(entry, keys);
    const textAt = (key: string) => entries.filter((entry) => entry.key === key).map((entry) => yaml.textOf(entry))[0];
    const name = textAt("name");
    const says = whatIsWrongWith(name?.text, groups);
    if (says !== undefined) report({ ...(name ?? yaml.placeOf(item)), says });
    const blueprint = blueprintOf(textAt("blueprint"), report);
    const shared = isShared(textAt("shared"), report);
    if (name) groups.push({ name: name.text, ...(blueprint && { blueprint }), shared });
  }
  return groups;
}

function whatIsWrongWith(name: string | undefined, groups: readonly Group[]): string | undefined {
  if (name === undefined) return "The group has no name.";
  const isTwice = groups.some((other) => other.name === name);
  return isTwice ? `There is a group ${quoted(name)} already. Groups have different names.` : checkCell("group", name);
}

type Written = ReturnType<YamlRoster["textOf"]>;

function blueprintOf(written: Written, report: (problem: Problem) => void): Blueprint | undefined {
  const blueprint = blueprints.find((known) => known === written?.text);
  if (written && !blueprint) {
    const says = `There is no blueprint ${quoted(written.text)}${suggestion(written.text, blueprints)}. `;
    report({ ...written, says: `${says}Known are ${blueprints.join(" and ")}.` });
  }
  return blueprint;
}

function isShared(written: Written, report: (problem: Problem) => void): boolean {
  const text = written?.text.toLowerCase() ?? "false";
  if (written && text !== "true" && text !== "false") {
    report({ ...written, says: `shared is true or false, not ${quoted(written.text)}.` });
  }
  return text === "true";
}
