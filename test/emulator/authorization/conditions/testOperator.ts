import { expect } from "chai";
import { conditionOperators, readOperator } from "../../../../emulator/authorization/conditions/conditionOperators.ts";
import { isMet } from "../../../../emulator/authorization/conditions/isMet.ts";

/** What a request says against what a policy states. */
export type Pair = readonly [requested: string, stated: string];

/** What one operator does. */
export interface OperatorCases {
  readonly operator: string;
  /** Where AWS documents it. */
  readonly source: string;
  readonly met: readonly Pair[];
  readonly unmet: readonly Pair[];
  /** Values that a policy may state. Whatever stands in `met` and `unmet` is allowed too, unless it is refused. */
  readonly accepted?: readonly string[];
  /** Values that no policy may state, and what is said about them. */
  readonly refused?: readonly (readonly [stated: string, sentence: string])[];
}

/** Whether a condition on the key `test:key` is met by a request with these values; `undefined`: the key is missing. */
export function met(name: string, requested: readonly string[] | undefined, stated: readonly string[]): boolean {
  const qualified = readOperator(name);
  if (!qualified) throw new Error(`There is no operator '${name}'.`);
  const condition = { ...qualified, key: "test:key", values: stated };
  return isMet(condition, new Map(requested && [["test:key", requested]]), (value) => value).met;
}

/** Runs the table of one operator, and what holds for every operator. */
export function testOperator({ operator, source, met: matching, unmet, accepted = [], refused = [] }: OperatorCases) {
  describe(`${operator} (${source})`, () => {
    const cases = [
      ...matching.map((pair) => ({ pair, expected: true })),
      ...unmet.map((pair) => ({ pair, expected: false })),
    ];
    for (const { pair, expected } of cases) {
      const [requested, stated] = pair;
      it(`'${requested}' ${expected ? "meets" : "does not meet"} '${stated}', with every prefix and suffix`, () => {
        for (const prefix of ["", "ForAllValues:", "ForAnyValue:"]) {
          for (const suffix of ["", "IfExists"]) {
            const name = `${prefix}${operator}${suffix}`;
            const emptySet = prefix !== "" && requested === "";
            expect(met(name, [requested], [stated]), name).to.equal(emptySet ? prefix === "ForAllValues:" : expected);
          }
        }
      });
    }

    const negated = operator.includes("Not");
    it(`a missing key ${negated ? "meets" : "does not meet"} it, and meets ${operator}IfExists`, () => {
      const stated = [cases[0]?.pair[1] ?? ""];
      const outcomes = ["", "ForAllValues:", "ForAnyValue:"].map((prefix) => [
        met(`${prefix}${operator}`, undefined, stated),
        met(`${prefix}${operator}IfExists`, undefined, stated),
      ]);
      expect(outcomes).to.deep.equal([
        [negated, true],
        [true, true],
        [false, true],
      ]);
    });

    testChecks(operator, [...cases.map(({ pair }) => pair[1]), ...accepted], refused);
  });
}

function testChecks(operator: string, stated: readonly string[], refused: OperatorCases["refused"] = []) {
  const check = (value: string) => conditionOperators.get(operator)?.check?.(value);
  const sentences = new Map(refused);
  for (const value of new Set(stated)) {
    if (sentences.has(value)) continue;
    it(`a policy may state '${value}'`, () => expect(check(value)).to.equal(undefined));
  }
  for (const [value, sentence] of sentences) {
    it(`no policy may state '${value}'`, () => expect(check(value)).to.equal(sentence));
  }
}

/** The table of a `Not…` operator: the contrary of the one that it negates. */
export function negationOf(operator: string, cases: OperatorCases): OperatorCases {
  return { ...cases, operator, met: cases.unmet, unmet: cases.met };
}
