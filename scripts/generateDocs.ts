/**
 * Writes the generated parts of the documents, between `<!-- generated … -->` markers.
 *
 *   npm run generate:docs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { generatedParts, withGenerated } from "./generatedParts.ts";

for (const { document, name, text } of generatedParts()) {
  const before = readFileSync(document, "utf8");
  const after = withGenerated(before, name, text);
  if (after !== before) writeFileSync(document, after);
  console.log(`${document}, ${name}: ${after === before ? "unchanged" : "written"}`);
}
