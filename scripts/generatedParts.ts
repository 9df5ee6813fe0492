import { join } from "node:path";
import { ServiceModel } from "../emulator/protocols/serviceModel.ts";
import { services } from "../emulator/services/services.ts";
import { resources } from "../provider/resources/index.ts";
import { scenarios } from "../scenarios/index.ts";

/** A part of a document that is made from the code. */
export interface GeneratedPart {
  /** Absolute path. */
  readonly document: string;
  /** As it stands in the markers. */
  readonly name: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "..");

/** Every generated part, as it should be. */
export function generatedParts(): readonly GeneratedPart[] {
  return [
    { document: join(root, "README.md"), name: "scenarios", text: scenarioTable() },
    { document: join(root, "docs", "embedded-aws.md"), name: "operations", text: operationList() },
    { document: join(root, "docs", "embedded-aws.md"), name: "resource types", text: resourceList() },
  ];
}

/**
 * A document with one generated part renewed.
 *
 * @throws Error when the document has no such part.
 */
export function withGenerated(document: string, name: string, text: string): string {
  const begin = `<!-- generated: ${name} (npm run generate:docs) -->`;
  const end = `<!-- end: ${name} -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document has no part between "${begin}" and "${end}".`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}

function scenarioTable(): string {
  const rows = scenarios.map(({ id, title, workshop }) => [`\`${id}\``, title, workshop]);
  return table(["Scenario", "What it proves", "Workshop"], rows);
}

function operationList(): string {
  return services
    .map(({ name, operations }) => {
      const all = ServiceModel.load(name).operationNames().length;
      const names = operations.map((operation) => operation.name).sort();
      return `- **${name}**, ${names.length} of ${all} operations: ${names.join(", ")}`;
    })
    .join("\n");
}

function resourceList(): string {
  return resources.map(({ token }) => `\`${token.replace(/\/[^:]+/, "")}\``).join(", ");
}

/** A Markdown table with columns of even width, as the formatter writes it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
