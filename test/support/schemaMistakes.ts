import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** What an independent validator finds wrong with documents by a published JSON Schema, `events` or `report`. */
export function schemaMistakes(schema: "events" | "report", documents: readonly unknown[]): string[] {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  const path = new URL(`../../docs/schemas/${schema}.schema.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  return documents.flatMap((document) => (validate(document) ? [] : [ajv.errorsText(validate.errors)]));
}
