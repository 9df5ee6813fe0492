/**
 * Writes the generated parts of the documents, between `<!-- generated … -->` markers, the pages of the scenarios, the
 * reference of the components, and the JSON Schemas.
 *
 *   npm run generate:docs
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { componentsReference, referencePage } from "./componentsReference.ts";
import { generatedParts, withGenerated } from "./generatedParts.ts";
import { pagesFolder, scenarioPages } from "./scenarioPages.ts";
import { schemaDocuments, schemasFolder } from "./schemaDocuments.ts";

for (const { document, name, text } of generatedParts()) {
  const before = readFileSync(document, "utf8");
  const after = withGenerated(before, name, text);
  if (after !== before) writeFileSync(document, after);
  console.log(`${document}, ${name}: ${after === before ? "unchanged" : "written"}`);
}

const pages = await scenarioPages();
rmSync(pagesFolder, { recursive: true, force: true });
for (const { document, text } of pages) {
  mkdirSync(dirname(document), { recursive: true });
  writeFileSync(document, text);
}
console.log(`${pagesFolder}: ${pages.length} pages`);

const schemas = schemaDocuments();
rmSync(schemasFolder, { recursive: true, force: true });
mkdirSync(schemasFolder);
for (const { document, text } of schemas) writeFileSync(document, text);
console.log(`${schemasFolder}: ${schemas.length} schemas`);

writeFileSync(referencePage, await componentsReference());
console.log(`${referencePage}: written`);
