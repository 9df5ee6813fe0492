import { expect } from "chai";
import { decide } from "../../../emulator/authorization/decide.ts";
import { denialSentence } from "../../../emulator/authorization/decision.ts";
import { PolicyError } from "../../../emulator/authorization/policy.ts";
import { thrownBy } from "../../support/thrownBy.ts";
import { caseFile, type AccessCase, type CaseFile, type ExpectedDecision, type ExpectedRefusal } from "./accessCase.ts";
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
      expect(new Set(file.cases.map(({ name }) => name)).size, path).to.equal(file.cases.length);
    }
  });

  it("has allowed and denied cases in every file", () => {
    for (const { path, file } of files) {
      const allowed = file.cases.filter(
        ({ expect: expected }) => "result" in expected && expected.result === "Allowed",
      );
      expect(allowed.length, path).to.be.within(1, file.cases.length - 1);
    }
  });

  it("refuses a case with a key that nobody reads", () => {
    const expected = { result: "Allowed", layer: "identity policy", sentense: "" };
    const file = { topic: "t", source: "s", given: {}, cases: [{ name: "n", expect: expected }] };
    expect(caseFile.safeParse(file).error?.issues[0]?.code).to.equal("unrecognized_keys");
  });
});

function check(file: CaseFile, one: AccessCase): void {
  if ("refused" in one.expect) checkRefusal(file, one, one.expect);
  else checkDecision(file, one, one.expect);
}

function checkRefusal(file: CaseFile, one: AccessCase, { refused, message }: ExpectedRefusal): void {
  const error = thrownBy(() => requestOfCase(file, one), PolicyError);
  expect([error.reason, error.message]).to.deep.equal([refused, message]);
}

function checkDecision(
  file: CaseFile,
  one: AccessCase,
  { result, layer, statement, sentence }: ExpectedDecision,
): void {
  const request = requestOfCase(file, one);
  const decision = decide(request);
  expect([decision.result, decision.layer]).to.deep.equal([result, layer]);
  if (statement !== undefined) expect(decision.statement?.statement).to.equal(statement);
  if (sentence !== undefined) {
    const { shownAs, undisclosedAs } = request.resource;
    expect(denialSentence(decision, shownAs, undisclosedAs)).to.equal(sentence);
  }
}
