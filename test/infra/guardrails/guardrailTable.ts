import { expect } from "chai";

import type { Guardrail, Inputs } from "../../../infra/guardrails/guardrail.ts";

/** Tests a guardrail in both directions: one test for each resource. */
export function guardrailTable(
  guardrail: Guardrail,
  cases: {
    readonly keeps: readonly { readonly name: string; readonly inputs: Inputs }[];
    readonly breaks: readonly { readonly name: string; readonly inputs: Inputs; readonly problem: string }[];
  },
): void {
  for (const { name, inputs } of cases.keeps) {
    it(`is kept by ${name}`, () => expect(guardrail.problem(inputs)).to.equal(undefined));
  }
  for (const { name, inputs, problem } of cases.breaks) {
    it(`is broken by ${name}`, () => expect(guardrail.problem(inputs)).to.equal(problem));
  }
}

/** The JSON of a policy. */
export function policyOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
