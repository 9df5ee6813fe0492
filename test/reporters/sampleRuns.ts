import { schemaVersion } from "../../reporters/events.ts";
import type { ExpectationChecked, RunEvent, RunSummary, ScenarioEnded } from "../../reporters/events.ts";

type Check = Partial<ExpectationChecked> & Pick<ExpectationChecked, "principal" | "attempt" | "expected" | "observed">;

type Counts = Readonly<Record<string, number>>;

const scenario = "dynamodb/transparent-encryption";
const keyless = "The user may use DynamoDB but not the key";
const keyUser = "The user becomes a key user";

/** An event's time, in seconds since the start of the run. */
function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 2, 10, 0, 0, seconds * 1000)).toISOString();
}

function runStarted(statesLayer = true, summary = "the embedded AWS, in memory; it enforces."): RunEvent {
  const target = { name: statesLayer ? "local" : "http://127.0.0.1:5000", summary, statesLayer };
  return {
    type: "run started",
    at: at(0),
    schemaVersion,
    runId: "20260102T100000-a1b2c3",
    target,
    versions: { node: "20.20.0", pulumi: "3.246.0" },
    workers: 2,
    selected: [scenario],
    scenarios: [scenario],
  };
}

export function scenarioStarted(
  id = scenario,
  title = "Keep a DynamoDB full-access user out of an encrypted table",
): RunEvent {
  const limits = id === scenario ? ["The console sign-in is modelled by an access key."] : [];
  return {
    type: "scenario started",
    at: at(1),
    scenario: id,
    title,
    lesson: "DynamoDB asks the key as the caller. Who may not use the key cannot read the table.",
    workshop: "W3 steps 1-7",
    cost: "About 0.0014 USD an hour (1 customer managed key), less than 0.01 USD a run.",
    principals: [
      { name: "admin", title: "the administrator who deploys" },
      { name: "user", title: 'the deployed user "user", by access key' },
    ],
    phases: [keyless, keyUser],
    limits,
    repetition: 1,
    attempt: 1,
  };
}

function phase(name: string, start: number, checks: readonly Check[], changes: Counts = { create: 5 }): RunEvent[] {
  return [
    { type: "phase started", at: at(start), scenario, phase: name },
    { type: "phase deployed", at: at(start + 2), scenario, phase: name, changes, milliseconds: 2000 },
    ...checks.map((check, index): RunEvent => ({
      type: "expectation checked",
      at: at(start + 2.1 + index / 10),
      scenario,
      phase: name,
      operation: `dynamodb:${check.attempt.split(" ")[0] ?? ""}`,
      verdict: check.expected === check.observed ? "passed" : "failed",
      tries: 1,
      milliseconds: 12,
      ...check,
    })),
    { type: "phase ended", at: at(start + 3), scenario, phase: name, milliseconds: 3000 },
  ];
}

/** A scenario that passed, and left nothing but a key that is pending deletion. */
export function scenarioEnded(id = scenario): ScenarioEnded {
  return {
    type: "scenario ended",
    at: at(12.3),
    scenario: id,
    outcome: "passed",
    triedAgain: false,
    problems: [],
    leftovers: [],
    pendingKeys: [pendingKey],
    milliseconds: 11_345,
  };
}

/** The summary of a run in which nothing happened. */
export const noCounts: RunSummary = {
  passed: 0,
  failed: 0,
  inconclusive: 0,
  leftovers: 0,
  broken: 0,
  skipped: 0,
  flaky: 0,
  notRun: 0,
  interrupted: false,
};

function ending(ended: Partial<ScenarioEnded>, summary: Partial<RunSummary>): RunEvent[] {
  return [
    { type: "teardown started", at: at(8), scenario },
    { ...scenarioEnded(), ...ended },
    { type: "run ended", at: at(12.4), summary: { ...noCounts, ...summary }, milliseconds: 12_449 },
  ];
}

const pendingKey = {
  arn: "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  deletionDate: "2026-01-09T10:00:09.000Z",
  windowInDays: 7,
};

const refusal = {
  code: "AccessDeniedException",
  message:
    "User: arn:aws:iam::000000000000:user/nextwork-kms-user is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:Decrypt action",
  requestId: "6f1c2a3b",
};

const denied = { deniedAction: "kms:Decrypt", layer: "identity policy", error: refusal } as const;
const describeTable = "DescribeTable table";
const getItem = "GetItem table id=1";

const asAdmin = (attempt: string, layer?: string): Check => ({
  principal: "admin",
  attempt,
  expected: "allowed",
  observed: "allowed",
  layer,
});
const keylessChecks: Check[] = [
  asAdmin(describeTable, "identity policy"),
  { principal: "user", attempt: describeTable, expected: "allowed", observed: "allowed", layer: "identity policy" },
  asAdmin(getItem, "key policy"),
  { principal: "user", attempt: getItem, expected: "denied", observed: "denied", ...denied },
];
const keyUserChecks: Check[] = [
  { principal: "user", attempt: getItem, expected: "allowed", observed: "allowed", layer: "key policy" },
];
const keylessPhase = phase(keyless, 1, keylessChecks);

/** Runs as the runner tells them, one for each way a run can go. */
export const sampleRuns: Readonly<Record<string, readonly RunEvent[]>> = {
  passed: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase,
    ...phase(keyUser, 4, keyUserChecks, { update: 1, same: 4 }),
    ...ending({}, { passed: 5 }),
  ],
  failed: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase,
    ...phase(keyUser, 4, [
      {
        principal: "user",
        attempt: getItem,
        expected: "allowed",
        observed: "denied",
        ...denied,
        reason: "it was denied",
      },
      {
        principal: "user",
        attempt: describeTable,
        expected: "denied",
        observed: "allowed",
        layer: "identity policy",
        reason: "it was allowed, but kms:Decrypt should be denied",
      },
    ]),
    ...ending({ outcome: "failed" }, { passed: 4, failed: 2 }),
  ],
  inconclusive: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase,
    ...phase(keyUser, 4, [
      {
        principal: "user",
        attempt: getItem,
        expected: "allowed",
        observed: "error",
        verdict: "inconclusive",
        reason: "AWS answered ThrottlingException, which neither allows nor denies",
        error: { code: "ThrottlingException", message: "Rate\n\u001B[31mexceeded\u001B[0m" },
      },
    ]),
    ...ending({ outcome: "inconclusive" }, { passed: 4, inconclusive: 1 }),
  ],
  leftovers: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase,
    ...phase(keyUser, 4, keyUserChecks),
    ...ending(
      {
        outcome: "failed",
        leftovers: [
          "arn:aws:dynamodb:us-east-1:000000000000:table/nextwork-kms-table",
          "arn:aws:iam::000000000000:user/nextwork-kms-user",
        ],
        pendingKeys: [],
      },
      { passed: 5, leftovers: 2 },
    ),
  ],
  interrupted: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase.slice(0, 4),
    ...ending({ outcome: "interrupted" }, { passed: 2, interrupted: true }),
  ],
  broken: [
    runStarted(),
    scenarioStarted(),
    ...keylessPhase.slice(0, 1),
    ...ending(
      {
        outcome: "failed",
        problems: [
          {
            stage: "deployment",
            phase: keyless,
            resource: "aws:dynamodb/table:Table table",
            message: "ResourceInUseException: Table already exists: nextwork-kms-table",
          },
          { stage: "clean-up", message: "Error: boom\n    at deploy (deployment.ts:1:1)" },
        ],
        pendingKeys: [],
      },
      { broken: 1 },
    ),
  ],
  skipped: [
    runStarted(),
    scenarioStarted(),
    ...ending(
      {
        outcome: "skipped",
        problems: [{ stage: "preparation", message: "It needs what local does not have: clock." }],
        pendingKeys: [],
        milliseconds: 0,
      },
      { skipped: 1 },
    ).slice(1),
  ],
  unsupported: [
    runStarted(false, "an AWS endpoint; whether it enforces is not known."),
    scenarioStarted(),
    ...phase(keyless, 1, [asAdmin(describeTable)]),
    ...ending(
      {
        outcome: "skipped",
        unsupported: true,
        problems: [
          {
            stage: "deployment",
            phase: keyUser,
            resource: "aws:kms/grant:Grant loan",
            message: "kms:CreateGrant was answered with HTTP 500, and not in AWS's form",
          },
        ],
        pendingKeys: [],
      },
      { skipped: 1, unsupported: 1 },
    ),
  ],
  "layer-not-stated": [
    runStarted(false, "an AWS endpoint; whether it enforces is not known."),
    scenarioStarted(),
    ...phase(keyless, 1, [
      asAdmin(getItem),
      { principal: "user", attempt: getItem, expected: "denied", observed: "denied", deniedAction: "kms:Decrypt" },
      { principal: "guest", attempt: getItem, expected: "allowed", observed: "denied", reason: "it was denied" },
    ]),
    ...ending({ outcome: "failed" }, { passed: 2, failed: 1 }),
  ],
};
