import { expect } from "chai";

import type { Rule } from "../../infra/rules/rule.ts";

/** Tests a rule in both directions: one test for each value. */
export function ruleTable<Value>(
  rule: Rule<Value>,
  cases: { readonly accepts: readonly Value[]; readonly refuses: readonly Value[] },
): void {
  for (const value of cases.accepts) {
    it(`accepts ${shown(value)}`, () => expect(rule.accepts(value)).to.equal(true));
  }
  for (const value of cases.refuses) {
    it(`refuses ${shown(value)}`, () => expect(rule.accepts(value)).to.equal(false));
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 30)}… (${text.length} characters)` : text;
}
