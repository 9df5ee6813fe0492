import { expect } from "chai";
import fc from "fast-check";
import { conditionOperators } from "../../../../emulator/authorization/conditions/conditionOperators.ts";
import { matchPrincipal } from "../../../../emulator/authorization/matchPrincipal.ts";
import { isAbout } from "../../../../emulator/authorization/matchStatement.ts";
import { anyRequest, anyStatement, policyOf } from "../anyRequest.ts";
import { met } from "../conditions/testOperator.ts";

type Elements = Readonly<Record<string, unknown>>;

/** The one statement of a policy. */
function statementOf(elements: object) {
  const [statement] = policyOf("policy", "key policy", [elements]).policy.statements;
  if (!statement) throw new Error("The policy has no statement.");
  return statement;
}

/** A statement as it was generated, with one element in place of those of that name. */
function withElement(statement: object, name: string, written: Elements): object {
  const others = Object.entries(statement).filter(([key]) => key !== name && key !== `Not${name}`);
  return { ...Object.fromEntries(others), ...written };
}

const statements = anyStatement("key policy", "Deny").map((statement) => ({
  ...statement,
  Condition: undefined,
}));
const patterns = {
  Action: fc.constantFrom("*", "kms:*", "kms:Decrypt", "dynamodb:*", "sts:AssumeRole"),
  Resource: fc.constantFrom("*", "arn:aws:kms:*:*:key/*", "arn:aws:*:*:*:*/${aws:PrincipalTag/team}"),
};

describe("of an element and its contrary, exactly one matches:", () => {
  for (const [name, values] of Object.entries(patterns)) {
    it(`${name} and Not${name}`, () => {
      const others = name === "Action" ? { Resource: "*" } : { Action: "*" };
      fc.assert(
        fc.property(anyRequest, fc.array(values, { minLength: 1, maxLength: 3 }), (request, stated) => {
          const matches = [name, `Not${name}`].map((key) =>
            isAbout(statementOf({ Effect: "Deny", Principal: "*", ...others, [key]: stated }), request),
          );
          expect(new Set(matches).size).to.equal(2);
        }),
      );
    });
  }

  it("Principal and NotPrincipal, for services and root users, who are nothing else besides", () => {
    fc.assert(
      fc.property(anyRequest, statements, (request, statement) => {
        const { principal } = request;
        fc.pre(principal.kind === "service" || principal.kind === "root");
        // NotPrincipal exempts nobody who has a boundary.
        fc.pre(request.policies.boundary === undefined);
        const named = Object.entries(statement).find(([key]) => key.endsWith("Principal"))?.[1];
        const matches = ["Principal", "NotPrincipal"].map(
          (key) =>
            matchPrincipal(statementOf(withElement(statement, "Principal", { [key]: named })), request) === "in person",
        );
        expect(new Set(matches).size).to.equal(2);
      }),
    );
  });

  it("NotPrincipal exempts nobody whom Principal would not name", () => {
    fc.assert(
      fc.property(anyRequest, statements, (request, statement) => {
        const named = Object.entries(statement).find(([key]) => key.endsWith("Principal"))?.[1];
        const match = (key: string) =>
          matchPrincipal(statementOf(withElement(statement, "Principal", { [key]: named })), request);
        if (match("NotPrincipal") === "not at all") expect(match("Principal")).to.equal("in person");
      }),
    );
  });
});

/** Values that mean something to some operator, and some that do not. */
const values = fc.array(
  fc.constantFrom("a", "A", "", "*", "a*", "5", "5.0", "2026-01-01", "2026-01-01T00:00:00Z", "10.0.0.1", "10.0.0.0/8"),
  { maxLength: 3 },
);
const arns = fc.array(fc.constantFrom("arn:aws:iam::1:user/a", "arn:aws:iam::1:user/*", "arn:aws:iam:*", "*"), {
  maxLength: 3,
});
const compared = fc.oneof(fc.tuple(values, values), fc.tuple(arns, arns));
const requestedMaybe = fc.option(fc.constant(undefined), { nil: null });

describe("of an operator and its contrary, on the same values", () => {
  const negated = [...conditionOperators.values()].filter((operator) => operator.negated);
  for (const { name } of negated) {
    const positive = name.replace("Not", "");

    it(`exactly one of ${positive} and ${name} is met, whether the key is there or not`, () => {
      fc.assert(
        fc.property(compared, requestedMaybe, ([requested, stated], missing) => {
          const given = missing === null ? requested : undefined;
          expect(met(name, given, stated)).to.equal(!met(positive, given, stated));
        }),
      );
    });

    it(`${positive} holds of all values where ${name} holds of none`, () => {
      fc.assert(
        fc.property(compared, requestedMaybe, ([requested, stated], missing) => {
          const given = missing === null ? requested : undefined;
          const all = met(`ForAllValues:${positive}`, given, stated);
          expect(all).to.equal(!met(`ForAnyValue:${name}`, given, stated));
          expect(met(`ForAllValues:${name}`, given, stated)).to.equal(!met(`ForAnyValue:${positive}`, given, stated));
        }),
      );
    });

    it(`both ${positive}IfExists and ${name}IfExists are met by a missing key, and one of them by a value`, () => {
      fc.assert(
        fc.property(compared, ([requested, stated]) => {
          const both = [`${positive}IfExists`, `${name}IfExists`];
          expect(both.map((operator) => met(operator, undefined, stated))).to.deep.equal([true, true]);
          fc.pre(requested.length > 0);
          expect(new Set(both.map((operator) => met(operator, requested, stated))).size).to.equal(2);
        }),
      );
    });
  }

  it("every operator with Not has been compared", () => {
    expect(negated.map(({ name }) => name)).to.have.length(8);
  });
});
