import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceModel } from "../emulator/protocols/serviceModel.ts";
import type { Operation } from "../emulator/operation.ts";
import { Registry } from "../emulator/registry.ts";
import type { Service } from "../emulator/service.ts";
import { services } from "../emulator/services/services.ts";
import { resources } from "../provider/resources/index.ts";
import { scenarios } from "../scenarios/index.ts";
import { markdownTable } from "../reporters/text/markdownTable.ts";

/** A part of a document that is made from the code. */
export interface GeneratedPart {
  /** Absolute path. */
  readonly document: string;
  /** As it stands in the markers. */
  readonly name: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "..");

/** Files of `docs/examples` that a document shows as they are. */
const examples = [
  { file: "github-nightly.yml", language: "yaml" },
  { file: "gitlab-ci.yml", language: "yaml" },
  { file: "Dockerfile", language: "dockerfile" },
] as const;

const described = new Registry(services).services();

/** Every generated part, as it should be. */
export function generatedParts(): readonly GeneratedPart[] {
  return [
    { document: join(root, "README.md"), name: "scenarios", text: scenarioTable() },
    { document: join(root, "docs", "compatibility.md"), name: "services", text: serviceTable() },
    ...described.map(({ service, model }) => ({
      document: join(root, "docs", "compatibility.md"),
      name: `operations of ${service.name}`,
      text: operationTable(service, model),
    })),
    ...examples.map(({ file, language }) => ({
      document: join(root, "docs", "ci.md"),
      name: `examples/${file}`,
      text: exampleText(file, language),
    })),
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

function exampleText(file: string, language: string): string {
  const text = readFileSync(join(root, "docs", "examples", file), "utf8");
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function scenarioTable(): string {
  const rows = scenarios.map(({ id, title, workshop }) => [`[\`${id}\`](docs/scenarios/${id}.md)`, title, workshop]);
  return markdownTable(["Scenario", "What it proves", "Workshop"], rows);
}

/** How many operations of each service are there whole, in part, and not at all. */
function serviceTable(): string {
  const rows = described.map(({ service: { name, operations }, model }) => {
    const partial = operations.filter(isPartial).length;
    const none = model.operationNames().length - operations.length;
    return [name, operations.length - partial, partial, none].map(String);
  });
  return markdownTable(["Service", "Full", "Partial", "None"], rows);
}

/** Every operation that AWS has of a service: a table of those that are there, and a list of the others. */
function operationTable({ operations }: Service, model: ServiceModel): string {
  const there = operations.map((operation) => [operation.name, stateOf(operation)]).sort(byName);
  const missing = model.operationNames().filter((known) => !operations.some((operation) => operation.name === known));
  const others = missing.length > 0 ? `\n\nNone: ${missing.join(", ")}.` : "";
  return `${markdownTable(["Operation", "State"], there)}${others}`;
}

function stateOf(operation: Operation<unknown, object>): string {
  const { unsupported = [] } = operation;
  return isPartial(operation) ? `partial: without ${unsupported.map((member) => `\`${member}\``).join(", ")}` : "full";
}

function isPartial({ unsupported = [] }: Operation<unknown, object>): boolean {
  return unsupported.length > 0;
}

function byName([a = ""]: readonly string[], [b = ""]: readonly string[]): number {
  return a < b ? -1 : 1;
}

function resourceList(): string {
  return resources.map(({ token }) => `\`${token.replace(/\/[^:]+/, "")}\``).join(", ");
}
