import type { ScenarioStarted } from "../events.ts";

/**
 * Where a run of a scenario is on the page, and in links to it: `kms/first-key`; further repetitions and attempts are
 * `kms/first-key@repetition-2-attempt-2`.
 */
export function scenarioAnchor({ scenario, repetition, attempt }: ScenarioStarted): string {
  const further = [
    ...(repetition === 1 ? [] : [`repetition-${repetition}`]),
    ...(attempt === 1 ? [] : [`attempt-${attempt}`]),
  ];
  return `${plain(scenario)}${further.length === 0 ? "" : `@${further.join("-")}`}`;
}

/** A phase, counted from 1: `kms/first-key/2`. */
export function phaseAnchor(scenario: string, index: number): string {
  return `${scenario}/${index + 1}`;
}

/** An expectation, counted from 1 within its phase: `kms/first-key/2/3`. */
export function checkAnchor(phase: string, index: number): string {
  return `${phase}/${index + 1}`;
}

/** An event of CloudTrail, counted from 1 within its phase: `kms/first-key/2/event-3`. */
export function eventAnchor(phase: string, index: number): string {
  return `${phase}/event-${index + 1}`;
}

/** A statement of a policy, both counted from 1: `kms/first-key/policy-2/statement-1`. */
export function statementAnchor(policy: string, index: number): string {
  return `${policy}/statement-${index + 1}`;
}

/** A policy, counted from 1 within the scenario: `kms/first-key/policy-2`. */
export function policyAnchor(scenario: string, index: number): string {
  return `${scenario}/policy-${index + 1}`;
}

/** Only what needs no encoding in an address. */
function plain(text: string): string {
  return text.replaceAll(/[^\w/.-]/gu, (character) => `(${character.codePointAt(0)?.toString(16) ?? ""})`);
}
