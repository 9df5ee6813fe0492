import { inspect } from "node:util";
import type { ExpectationChecked, Verdict } from "../reporters/events.ts";
import type { Naming, Outcome } from "../scenarios/contract/expectation.ts";
import { matchesYield } from "./matchesYield.ts";
import type { Refusal } from "./readRefusal.ts";
import type { DecisionRecord, Explanation } from "./target.ts";

/** How an attempt ended. `decisions` are absent where the target keeps no records. */
export type Observation =
  | {
      readonly kind: "allowed";
      readonly yielded: unknown;
      readonly isSecret: boolean;
      readonly decisions?: readonly DecisionRecord[];
    }
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly decisions?: readonly DecisionRecord[];
      /** Of the decision that denied; absent where the target does not explain. */
      readonly explanation?: Explanation;
    }
  /** AWS did not answer. */
  | { readonly kind: "broken"; readonly message: string };

/** What a judgement adds to the event of an expectation. */
export type Judgement = Pick<
  ExpectationChecked,
  "expected" | "observed" | "verdict" | "reason" | "layer" | "decidedBy" | "deniedAction" | "error" | "explanation"
>;

/**
 * Compares what was expected with what was observed. A denial counts only if it is the expected one: by the message on
 * the wire, and by the target's own record where it keeps one. Whatever is neither allowed nor denied is inconclusive, unless
 * just that error was expected.
 */
export function judge(expected: Outcome, observed: Observation, naming: Naming): Judgement {
  switch (observed.kind) {
    case "broken":
      return { expected: expected.kind, observed: "error", ...verdict("inconclusive", observed.message) };
    case "allowed":
      return { ...facts(expected, "allowed", observed.decisions), ...judgeAllowed(expected, observed, naming) };
    case "refused":
      return judgeRefused(expected, observed);
  }
}

function judgeAllowed(
  expected: Outcome,
  { yielded, isSecret }: Extract<Observation, { kind: "allowed" }>,
  naming: Naming,
): Pick<Judgement, "verdict" | "reason"> {
  if (expected.kind === "denied") return verdict("failed", `it was allowed, but ${expected.action} should be denied`);
  if (expected.kind === "error") return verdict("failed", `it succeeded, but should fail with ${expected.code}`);
  const { yields } = expected;
  const wanted = typeof yields === "function" ? yields(naming) : yields;
  if (wanted === undefined || matchesYield(wanted, yielded)) return { verdict: "passed" };
  if (isSecret) return verdict("failed", "it yielded another secret value than expected");
  return verdict("failed", `it yielded ${show(yielded)} instead of ${show(wanted)}`);
}

function judgeRefused(
  expected: Outcome,
  { refusal, decisions, explanation }: Extract<Observation, { kind: "refused" }>,
): Judgement {
  const { code, message, requestId, denial } = refusal;
  const error = { code, message, requestId };
  if (expected.kind === "error")
    return { expected: "error", observed: "error", error, ...judgeError(expected, refusal) };
  if (!denial) {
    const reason = `AWS answered ${code}, which neither allows nor denies`;
    return { expected: expected.kind, observed: "error", error, ...verdict("inconclusive", reason) };
  }
  const judged = { ...facts(expected, "denied", decisions), error, ...(explanation && { explanation }) };
  const deniedAction = denyingRecord(decisions)?.action ?? denial.action;
  if (expected.kind === "allowed") return { ...judged, deniedAction, ...verdict("failed", "it was denied") };
  const mistake = wrongDenial(expected, refusal, decisions);
  return { ...judged, deniedAction, ...(mistake ? verdict("failed", mistake) : { verdict: "passed" }) };
}

function judgeError(
  { code, says }: Extract<Outcome, { kind: "error" }>,
  refusal: Refusal,
): Pick<Judgement, "verdict" | "reason"> {
  if (refusal.code !== code) return verdict("failed", `AWS answered ${refusal.code}, not ${code}`);
  if (says !== undefined && !refusal.message.includes(says))
    return verdict("failed", `the answer does not say "${says}"`);
  return { verdict: "passed" };
}

/** Why a denial is not the expected one; nothing if it is. */
function wrongDenial(
  expected: Extract<Outcome, { kind: "denied" }>,
  { message, denial }: Refusal,
  decisions?: readonly DecisionRecord[],
): string | undefined {
  const service = expected.action.split(":")[0];
  const isStated = denial?.action === expected.action || (denial?.action === undefined && denial?.service === service);
  if (!isStated) return `the answer states that ${denial?.action ?? "something"} was denied, not ${expected.action}`;
  if (expected.says !== undefined && !message.includes(expected.says))
    return `the answer does not say "${expected.says}"`;
  if (!decisions) return undefined;
  const record = denyingRecord(decisions);
  if (!record) return "the target has no record of the denial";
  if (record.action !== expected.action) return `${record.action} was denied, not ${expected.action}`;
  return record.layer === expected.layer ? undefined : `the ${record.layer} decided, not the ${expected.layer}`;
}

/** What every judgement states of an answer: the layer is the one of the last decision, which ended the request. */
function facts(expected: Outcome, observed: "allowed" | "denied", decisions?: readonly DecisionRecord[]) {
  const decided = observed === "denied" ? denyingRecord(decisions) : decisions?.at(-1);
  const { layer, resource, statement } = decided ?? {};
  return {
    expected: expected.kind,
    observed,
    layer,
    ...(statement && resource !== undefined && { decidedBy: { ...statement, resource } }),
  };
}

function denyingRecord(decisions?: readonly DecisionRecord[]): DecisionRecord | undefined {
  return decisions?.find(({ result }) => result !== "Allowed");
}

function verdict(outcome: Verdict, reason: string): Pick<Judgement, "verdict" | "reason"> {
  return { verdict: outcome, reason };
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: Infinity, maxStringLength: 200 });
}
