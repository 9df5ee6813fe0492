import { readFileSync } from "node:fs";
import { expect } from "chai";
import { generatedParts, withGenerated } from "../scripts/generatedParts.ts";

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
