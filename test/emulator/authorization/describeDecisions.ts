import { expect } from "chai";
import { decide } from "../../../emulator/authorization/decide.ts";
import type { Decision } from "../../../emulator/authorization/decision.ts";
import { accessRequest, account, arns, keyArn, principals, type Question } from "./accessRequests.ts";

/** Result, layer, and the deciding statement where there is one. */
type Outcome = [Decision["result"], Decision["layer"], (string | number)?];

/** One row of a table of decisions. */
export interface DecisionCase {
  readonly name: string;
  readonly question: Question;
  readonly outcome: Outcome;
}

/** Statements of a key policy. */
export const allow = (Sid: string, principal: unknown, more: object = {}) => ({
  Sid,
  Effect: "Allow",
  Principal: principal,
  Action: "kms:*",
  Resource: "*",
  ...more,
});
export const deny = (Sid: string, principal: unknown, more: object = {}) => ({
  ...allow(Sid, principal, more),
  Effect: "Deny",
});
/** Statements of an identity policy. */
export const may = (Sid: string, more: object = {}) => ({
  Sid,
  Effect: "Allow",
  Action: "kms:*",
  Resource: "*",
  ...more,
});
export const mayNot = (Sid: string, more: object = {}) => ({ ...may(Sid, more), Effect: "Deny" });

/** What hands the decision to the account. */
export const delegation = allow("Delegation", { AWS: `arn:aws:iam::${account}:root` });
export const toAlice = allow("Alice", { AWS: arns.alice });
export const toNobodyHere = allow("Bob", { AWS: arns.bob });

/** Asks the engine every question of a table. */
export function describeDecisions(subject: string, cases: readonly DecisionCase[]): void {
  describe(`the engine: ${subject}`, () => {
    for (const { name, question, outcome } of cases) {
      it(name, () => {
        const { result, layer, statement, ...rest } = decide(accessRequest(question));
        expect([result, layer, statement?.statement]).to.deep.equal([outcome[0], outcome[1], outcome[2]]);
        const action = question.action ?? "kms:Decrypt";
        expect(rest).to.deep.equal({ principal: principals[question.by], action, resource: keyArn });
      });
    }
  });
}
