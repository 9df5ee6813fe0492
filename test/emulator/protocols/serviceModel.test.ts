import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as z from "zod";
import { ServiceModel, type Shape, type ShapeReference } from "../../../emulator/protocols/serviceModel.ts";

const folder = join(import.meta.dirname, "../../../emulator/models");
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));

const whole = z.object({ shapes: z.record(z.string(), z.unknown()) });

/** Every shape that inputs of the service can reach. */
function inputShapes(model: ServiceModel): Shape[] {
  const seen = new Set<Shape>();
  const visit = (shape: Shape) => {
    if (seen.has(shape)) return;
    seen.add(shape);
    const references = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value];
    references
      .filter((found): found is ShapeReference => found !== undefined)
      .forEach((found) => visit(model.shape(found)));
  };
  model.operationNames().forEach((operation) => visit(model.input(operation)));
  return [...seen];
}

describe("the committed API models", () => {
  for (const name of names) {
    const model = ServiceModel.load(name);

    it(`of ${name} have operations and shapes of a form that is known`, () => {
      const { shapes } = whole.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
      for (const shape of Object.keys(shapes)) expect(model.shape({ shape }), shape).to.have.property("type");
      for (const operation of model.operationNames()) {
        expect(model.input(operation), operation).to.have.property("type", "structure");
        model.output(operation);
      }
    });

    it(`of ${name} have patterns that mean the same in JavaScript`, () => {
      for (const { pattern } of inputShapes(model)) {
        if (pattern === undefined) continue;
        // Character classes by property exist only in Unicode mode: elsewhere `\p{L}` would mean the letter p.
        if (pattern.includes("\\p{")) expect(model.pattern(pattern).unicode, pattern).to.equal(true);
        expect(pattern, "Java's POSIX classes and inline flags have to be translated").not.to.match(
          /\\p\{(?!L\}|Z\}|N\}|Print\})|\(\?(?!s\)\.\*$|[!:=]|<[!=])/,
        );
      }
    });

    it(`of ${name} have no pattern that takes for ever`, () => {
      const parts = ["a", "0", "-", "/", " ", "ÿ", ".", "_", "a-", "/a", "aA0."];
      for (const { pattern, max = 5_000 } of inputShapes(model)) {
        if (pattern === undefined) continue;
        for (const part of parts) {
          const text = part.repeat(Math.min(max, 5_000)).slice(0, max - 1) + "\u0000";
          const start = performance.now();
          model.pattern(pattern).test(text);
          expect(performance.now() - start, `${pattern} on ${text.slice(0, 4)}…`).to.be.below(500);
        }
      }
    });
  }

  it("know Query services without maps in their inputs, which the protocol could not read", () => {
    for (const name of names) {
      const model = ServiceModel.load(name);
      if (model.metadata.protocol !== "query") continue;
      expect(
        inputShapes(model).filter(({ type }) => type === "map"),
        name,
      ).to.deep.equal([]);
    }
  });
});

describe("a pattern of an API model", () => {
  const model = ServiceModel.load("iam");
  const cases: { name: string; pattern: string; matching: string[]; other: string[] }[] = [
    { name: "covers the whole value", pattern: "[a-z]+", matching: ["ab"], other: ["a1", "1a", "a\n", ""] },
    { name: "may anchor itself", pattern: "^[a-z]+$", matching: ["ab"], other: ["a1", "a\nb"] },
    {
      name: "knows letters of all languages",
      pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
      matching: ["Größe 大 ٣-@", ""],
      other: ["a;b", "😀"],
    },
    { name: "knows what can be printed", pattern: "\\p{Print}+", matching: ["a ~"], other: ["a\t", "ä"] },
    { name: "knows any text", pattern: "(?s).*", matching: ["", "a\nb"], other: [] },
    { name: "may escape what needs no escape", pattern: "[A-Za-z0-9\\_\\-]+", matching: ["a_-"], other: ["a\\"] },
    {
      name: "knows words with blanks between them that may have blanks",
      pattern: "^[ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*$",
      matching: ["a", " ", "\t a\t\tb \t", `${" ".repeat(511)}a`],
      other: ["", "\t", "a\n", `${" ".repeat(511)}\u0000`],
    },
    { name: "keeps its alternatives together", pattern: "(a)|(b)", matching: ["a", "b"], other: ["ab", "ax", "xb"] },
  ];
  for (const { name, pattern, matching, other } of cases) {
    it(name, () => {
      for (const text of matching) expect(model.pattern(pattern).test(text), text).to.equal(true);
      for (const text of other) expect(model.pattern(pattern).test(text), text).to.equal(false);
    });
  }
});
