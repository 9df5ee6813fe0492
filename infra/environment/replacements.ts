import type { NamedWorkshop } from "./readEnvironment.ts";
import { at } from "./settingPath.ts";

/** A key or table as the last deployment of the stack left it. */
export interface Deployed {
  /** The resource type, such as `aws:kms/key:Key`. */
  readonly type: string;
  /** The name of the resource in the program. */
  readonly name: string;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * What an update would take away for good, as sentences: keys and tables that are deleted, and those that are deleted because
 * others replace them. Pulumi's own preview shows them as steps among others, without what it means.
 */
export function replacements(deployed: readonly Deployed[], workshops: readonly NamedWorkshop[]): string[] {
  const tables = workshops.flatMap(({ settings }) => (settings.tables ?? []).map(({ tableName }) => tableName));
  return deployed.flatMap(({ type, name, outputs }) => {
    if (type === "aws:kms/key:Key") return keySentence(name, outputs, workshops);
    const { name: tableName } = outputs;
    if (type !== "aws:dynamodb/table:Table" || typeof tableName !== "string" || tables.includes(tableName)) return [];
    return [
      `The table ${tableName} is deleted with all that is in it: the configuration has no table of that name. ` +
        "A table cannot be renamed; another name is another table.",
    ];
  });
}

function keySentence(name: string, outputs: Deployed["outputs"], workshops: readonly NamedWorkshop[]): string[] {
  const arn = String(outputs.arn);
  const consequence =
    "Unless retainOnDelete keeps it, its deletion is scheduled, and what is encrypted under it is lost with it.";
  const workshop = workshops.find((known) => [known.name, ...(known.settings.formerNames ?? [])].includes(name));
  if (workshop === undefined) {
    const rename = `If the workshop ${name} has a new name, keylab:workshops.<name>.formerNames keeps the key.`;
    return [`The key ${arn} leaves the stack. ${consequence} ${rename}`];
  }
  const { multiRegion = false } = workshop.settings.key;
  if (outputs.multiRegion === undefined || outputs.multiRegion === multiRegion) return [];
  const change = `${at(workshop, "key", "multiRegion")} becomes ${multiRegion}, which no key that exists can become`;
  return [`The key ${arn} is replaced by a new one: ${change}. ${consequence}`];
}
