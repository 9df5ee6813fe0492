import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { componentsReference, referencePage } from "../scripts/componentsReference.ts";
import { generatedParts, withGenerated } from "../scripts/generatedParts.ts";
import { pagesFolder, scenarioPages } from "../scripts/scenarioPages.ts";
import { schemaDocuments, schemasFolder } from "../scripts/schemaDocuments.ts";

describe("the generated parts of the documents", () => {
  for (const { document, name, text } of generatedParts()) {
    it(`are fresh: ${name}`, () => {
      const written = readFileSync(document, "utf8");
      expect(written, "npm run generate:docs renews it").to.equal(withGenerated(written, name, text));
    });
  }

  it("are missed where a document has no such part", () => {
    expect(() => withGenerated("# A page", "scenarios", "text")).to.throw('no part between "<!-- generated: scenarios');
  });
});

describe("the pages of the scenarios", () => {
  it("are one for each scenario, and fresh", async () => {
    const pages = await scenarioPages();
    const there = readdirSync(pagesFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(there.sort()).to.deep.equal(pages.map(({ document }) => document).sort());
    for (const { document, text } of pages) {
      expect(readFileSync(document, "utf8"), `${document}: npm run generate:docs renews it`).to.equal(text);
    }
  }).timeout(120_000);
});

describe("the reference of the components", () => {
  it("is fresh, and leads nowhere that is not there", async () => {
    const reference = await componentsReference();
    expect(readFileSync(referencePage, "utf8"), "npm run generate:docs renews it").to.equal(reference);
  }).timeout(120_000);
});

describe("the JSON Schemas of what a run writes", () => {
  it("are fresh, and nothing else is with them", () => {
    const schemas = schemaDocuments();
    const there = readdirSync(schemasFolder).map((name) => join(schemasFolder, name));
    expect(there.sort()).to.deep.equal(schemas.map(({ document }) => document).sort());
    for (const { document, text } of schemas) {
      expect(readFileSync(document, "utf8"), `${document}: npm run generate:docs renews it`).to.equal(text);
    }
  });
});
