import { expect } from "chai";
import { judge, type Judgement, type Observation } from "../../runner/judge.ts";
import type { Refusal } from "../../runner/readRefusal.ts";
import type { DecisionRecord } from "../../runner/target.ts";
import type { Outcome } from "../../scenarios/contract/expectation.ts";

const naming = {
  name: (name: string) => `${name}-x`,
  accountId: "111122223333",
  administratorArn: "arn:aws:iam::111122223333:user/a",
};

const denied: Outcome = { kind: "denied", action: "kms:Decrypt", layer: "identity policy" };

function refused(refusal: Partial<Refusal>, decisions?: readonly DecisionRecord[]): Observation {
  return { kind: "refused", refusal: { code: "AccessDeniedException", message: "", ...refusal }, decisions };
}

function allowed(yielded: unknown, isSecret = false): Observation {
  return { kind: "allowed", yielded, isSecret };
}

function decision(result: DecisionRecord["result"], action: string, layer: string): DecisionRecord {
  return { result, action, layer, resource: "arn" };
}

const getItemAllowed = decision("Allowed", "dynamodb:GetItem", "identity policy");
const kms = { denial: { action: "kms:Decrypt" } };

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  readonly observed: Observation;
  readonly judgement: Partial<Judgement>;
}

const cases: readonly Case[] = [
  {
    name: "what is allowed as expected passes",
    outcome: { kind: "allowed" },
    observed: allowed(1),
    judgement: { verdict: "passed", observed: "allowed" },
  },
  {
    name: "the layer that allowed is stated where the target keeps records",
    outcome: { kind: "allowed" },
    observed: { kind: "allowed", yielded: 1, isSecret: false, decisions: [getItemAllowed] },
    judgement: { verdict: "passed", layer: "identity policy" },
  },
  {
    name: "a wrong yield fails and shows both",
    outcome: { kind: "allowed", yields: { id: "1" } },
    observed: allowed({ id: "2" }),
    judgement: { verdict: "failed", reason: "it yielded { id: '2' } instead of { id: '1' }" },
  },
  {
    name: "a wrong secret fails and shows neither",
    outcome: { kind: "allowed", yields: "swordfish" },
    observed: allowed("carp", true),
    judgement: { verdict: "failed", reason: "it yielded another secret value than expected" },
  },
  {
    name: "a yield that depends on the naming is asked for it",
    outcome: { kind: "allowed", yields: ({ name }) => name("table") },
    observed: allowed("table-x"),
    judgement: { verdict: "passed" },
  },
  {
    name: "what should be denied and is allowed fails",
    outcome: denied,
    observed: allowed(1),
    judgement: { verdict: "failed", reason: "it was allowed, but kms:Decrypt should be denied" },
  },
  {
    name: "the expected denial passes, as far as the wire tells",
    outcome: denied,
    observed: refused(kms),
    judgement: { verdict: "passed", observed: "denied", deniedAction: "kms:Decrypt", layer: undefined },
  },
  {
    name: "the expected denial passes when the record confirms it",
    outcome: denied,
    observed: refused(kms, [getItemAllowed, decision("ImplicitlyDenied", "kms:Decrypt", "identity policy")]),
    judgement: { verdict: "passed", deniedAction: "kms:Decrypt", layer: "identity policy" },
  },
  {
    name: "a denial of another action fails",
    outcome: denied,
    observed: refused({ denial: { action: "dynamodb:GetItem" } }),
    judgement: { verdict: "failed", reason: "the answer states that dynamodb:GetItem was denied, not kms:Decrypt" },
  },
  {
    name: "a denial by another layer fails",
    outcome: denied,
    observed: refused(kms, [decision("ImplicitlyDenied", "kms:Decrypt", "key policy")]),
    judgement: { verdict: "failed", reason: "the key policy decided, not the identity policy", layer: "key policy" },
  },
  {
    name: "a record of another action fails, whatever the message says",
    outcome: denied,
    observed: refused(kms, [decision("ImplicitlyDenied", "kms:Encrypt", "identity policy")]),
    judgement: { verdict: "failed", reason: "kms:Encrypt was denied, not kms:Decrypt" },
  },
  {
    name: "a denial without a record fails where the target keeps records",
    outcome: denied,
    observed: refused(kms, [getItemAllowed]),
    judgement: { verdict: "failed", reason: "the target has no record of the denial" },
  },
  {
    name: "a denial that only names KMS counts for an action of KMS",
    outcome: denied,
    observed: refused({ denial: { service: "kms" } }),
    judgement: { verdict: "passed" },
  },
  {
    name: "a denial that only names KMS does not count for another service",
    outcome: { kind: "denied", action: "s3:GetObject", layer: "identity policy" },
    observed: refused({ denial: { service: "kms" } }),
    judgement: { verdict: "failed", reason: "the answer states that something was denied, not s3:GetObject" },
  },
  {
    name: "a denial in unknown words does not count",
    outcome: denied,
    observed: refused({ denial: {} }),
    judgement: { verdict: "failed", reason: "the answer states that something was denied, not kms:Decrypt" },
  },
  {
    name: "a denial without the expected words fails",
    outcome: { ...denied, says: "Access to KMS is not allowed" },
    observed: refused(kms),
    judgement: { verdict: "failed", reason: 'the answer does not say "Access to KMS is not allowed"' },
  },
  {
    name: "what should be allowed and is denied fails",
    outcome: { kind: "allowed" },
    observed: refused(kms),
    judgement: { verdict: "failed", observed: "denied", reason: "it was denied", deniedAction: "kms:Decrypt" },
  },
  {
    name: "just the error that was expected passes",
    outcome: { kind: "error", code: "DisabledException", says: "is disabled" },
    observed: refused({ code: "DisabledException", message: "arn is disabled." }),
    judgement: { verdict: "passed", expected: "error", observed: "error" },
  },
  {
    name: "another error than the expected one fails",
    outcome: { kind: "error", code: "DisabledException" },
    observed: refused({ code: "NotFoundException" }),
    judgement: { verdict: "failed", reason: "AWS answered NotFoundException, not DisabledException" },
  },
  {
    name: "an error without the expected words fails",
    outcome: { kind: "error", code: "DisabledException", says: "is disabled" },
    observed: refused({ code: "DisabledException", message: "No." }),
    judgement: { verdict: "failed", reason: 'the answer does not say "is disabled"' },
  },
  {
    name: "a denial fails where another error was expected",
    outcome: { kind: "error", code: "DisabledException" },
    observed: refused(kms),
    judgement: { verdict: "failed", reason: "AWS answered AccessDeniedException, not DisabledException" },
  },
  {
    name: "what succeeds and should fail fails",
    outcome: { kind: "error", code: "DisabledException" },
    observed: allowed(1),
    judgement: { verdict: "failed", reason: "it succeeded, but should fail with DisabledException" },
  },
  {
    name: "an error that is no denial is inconclusive when a denial was expected",
    outcome: denied,
    observed: refused({ code: "ThrottlingException" }),
    judgement: {
      verdict: "inconclusive",
      observed: "error",
      reason: "AWS answered ThrottlingException, which neither allows nor denies",
    },
  },
  {
    name: "an error that is no denial is inconclusive when it should be allowed",
    outcome: { kind: "allowed" },
    observed: refused({ code: "ValidationException" }),
    judgement: { verdict: "inconclusive", observed: "error" },
  },
  {
    name: "no answer at all is inconclusive",
    outcome: denied,
    observed: { kind: "broken", message: "Error: connect ECONNREFUSED" },
    judgement: { verdict: "inconclusive", observed: "error", reason: "Error: connect ECONNREFUSED" },
  },
];

describe("judge", () => {
  for (const { name, outcome, observed, judgement } of cases) {
    it(name, () => {
      expect(judge(outcome, observed, naming)).to.deep.include(judgement);
    });
  }
});
