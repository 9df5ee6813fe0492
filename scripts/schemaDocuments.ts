import { join } from "node:path";
import * as z from "zod";
import { comparison, comparisonVersion } from "../cli/compare/comparison.ts";
import { runEvent, schemaVersion } from "../reporters/events.ts";
import { report } from "../reporters/json/report.ts";

/** A JSON Schema that is published. */
export interface SchemaDocument {
  readonly name: "events" | "report" | "comparison";
  /** Absolute path. */
  readonly document: string;
  readonly text: string;
}

/** Where the schemas are: nothing else is in there. */
export const schemasFolder = join(import.meta.dirname, "..", "docs", "schemas");

/** The schemas of what other programs may read. */
export function schemaDocuments(): readonly SchemaDocument[] {
  return [
    schemaDocument("events", `version ${schemaVersion}. A line of events.jsonl: an event of a run`, runEvent),
    schemaDocument("report", `version ${schemaVersion}. report.json: a run as one document`, report),
    schemaDocument(
      "comparison",
      `version ${comparisonVersion}. keylab compare --json: who decides like AWS`,
      comparison,
    ),
  ];
}

function schemaDocument(name: SchemaDocument["name"], title: string, schema: z.ZodType): SchemaDocument {
  // As input: a field that is added later does not make a document wrong.
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  const described = { $schema, title: `Keylab, ${title}`, ...rest };
  return {
    name,
    document: join(schemasFolder, `${name}.schema.json`),
    text: `${JSON.stringify(described, undefined, 2)}\n`,
  };
}
