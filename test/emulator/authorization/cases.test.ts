import { expect } from "chai";
import { decide } from "../../../emulator/authorization/decide.ts";
import { denialSentence } from "../../../emulator/authorization/decision.ts";
import { caseFile, type AccessCase, type CaseFile } from "./accessCase.ts";
import { readCaseFiles } from "./readCaseFiles.ts";
import { requestOfCase } from "./requestOfCase.ts";

const files = readCaseFiles();

describe("the engine decides as AWS does", () => {
  for (const { path, file } of files) {
    describe(`${path}: ${file.topic}`, () => {
      for (const one of file.cases) it(one.name, () => check(file, one));
    });
  }

  it("has cases, and no two of a file with one name", () => {
    expect(files).to.not.deep.equal([]);
    for (const { path, file } of files) {
      const names = file.cases.map(({ name }) => name);
      expect(new Set(names).size, path).to.equal(names.length);
    }
  });

  it("refuses a case with a key that nobody reads", () => {
    const expected = { result: "Allowed", layer: "identity policy", sentense: "" };
    const file = { topic: "t", source: "s", given: {}, cases: [{ name: "n", expect: expected }] };
    expect(caseFile.safeParse(file).error?.issues[0]?.code).to.equal("unrecognized_keys");
  });
});

function check(file: CaseFile, one: AccessCase): void {
  const decision = decide(requestOfCase(file, one));
  const { result, layer, statement, sentence } = one.expect;
  expect([decision.result, decision.layer]).to.deep.equal([result, layer]);
  if (statement !== undefined) expect(decision.statement?.statement).to.equal(statement);
  if (sentence !== undefined) expect(denialSentence(decision)).to.equal(sentence);
}
