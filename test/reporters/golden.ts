import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "chai";

/**
 * Compares a text with a file under test/golden/. `npm run test:update` writes the files anew; the difference is then
 * read before it is committed.
 */
export function expectGolden(name: string, text: string): void {
  const path = new URL(`../golden/${name}`, import.meta.url).pathname;
  if (process.env.UPDATE_GOLDEN !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).to.equal(readFileSync(path, "utf8"));
}
