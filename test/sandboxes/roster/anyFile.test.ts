import { expect } from "chai";
import fc from "fast-check";
import { UserError } from "../../../errors/userError.ts";
import { readRoster } from "../../../sandboxes/roster/readRoster.ts";

const parts = [
  "id",
  "name",
  "a",
  "ü",
  ",",
  ";",
  "\t",
  '"',
  "\n",
  "\r\n",
  " ",
  "sep=;\n",
  "\uFEFF",
  "- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  "&x ",
  "*x",
  "#",
  "~",
  "!!map ",
  "'",
  "@",
];

const anyText = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((all) => Buffer.from(all.join("")));
const anyName = fc.constantFrom("class.csv", "class.yaml");

describe("whatever is in a file, reading it", () => {
  for (const { is, bytes } of [
    { is: "bytes", bytes: fc.uint8Array({ maxLength: 40 }) },
    { is: "parts of tables and of YAML", bytes: anyText },
    {
      is: "parts of tables and of YAML after a header",
      bytes: anyText.map((rest) => Buffer.concat([Buffer.from("id,name\n"), rest])),
    },
    {
      is: "parts of YAML after a student",
      bytes: anyText.map((rest) => Buffer.concat([Buffer.from("- id: &x a\n"), rest])),
    },
  ]) {
    it(`gives students with ids, or is refused with lines and columns from 1 (${is})`, () => {
      fc.assert(
        fc.property(anyName, bytes, (name, content) => {
          try {
            const { students } = readRoster({ name, bytes: content });
            expect(students.length).to.be.greaterThan(0);
            for (const { id } of students) expect(id.trim()).to.equal(id).and.to.not.equal("");
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            expect(error.message)
              .to.contain(name)
              .and.to.not.match(/(line|column) (0|-|NaN|undefined)/);
          }
        }),
        { numRuns: 1000 },
      );
    });
  }
});
