import { explain } from "../../../emulator/authorization/explain.ts";
import type { RunEvent } from "../../../reporters/events.ts";
import { explainedCases } from "../../emulator/authorization/explainedCases.ts";
import { sampleRuns } from "../sampleRuns.ts";

type PhaseEnded = Extract<RunEvent, { type: "phase ended" }>;

const { failed = [] } = sampleRuns;

const keyArn = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const userArn = "arn:aws:iam::000000000000:user/nextwork-kms-user";

const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "Administer", Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Put*", Resource: "*" },
    { Sid: "Use", Effect: "Allow", Principal: { AWS: userArn }, Action: "kms:Decrypt", Resource: "*" },
  ],
};

const policies = [
  {
    resource: "aws:kms/key:Key key",
    arn: keyArn,
    layer: "key policy",
    policy: "key policy",
    document: JSON.stringify(keyPolicy),
  },
  {
    resource: "aws:iam/userPolicyAttachment:UserPolicyAttachment user",
    arn: userArn,
    layer: "identity policy",
    policy: "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess",
  },
];

/**
 * A run that failed, with everything that an event can have: policies, statements that decided, explanations of every kind,
 * events of CloudTrail, several tries, a problem and something that was left behind. Its scenario was tried again.
 */
export function thoroughRun(): readonly RunEvent[] {
  const first = failed.slice(0, 1);
  const scenario = failed.slice(1, -1);
  return [
    ...first.map((event) => (event.type === "run started" ? { ...event, shard: { index: 1, of: 2 }, seed: 7 } : event)),
    ...scenario.flatMap((event) => told(event, 1)),
    ...scenario.flatMap((event) => told(event, 2)),
    ...failed.slice(-1),
  ];
}

function told(event: RunEvent, attempt: number): RunEvent[] {
  switch (event.type) {
    case "scenario started":
      return [{ ...event, attempt }];
    case "phase deployed":
      return [{ ...event, policies }];
    case "expectation checked":
      if (event.layer !== "key policy") return [event];
      return [{ ...event, decidedBy: { policy: "key policy", statement: "Use", resource: keyArn } }];
    case "phase ended":
      return [...explained(event), audited(event), event];
    case "scenario ended":
      return [{ ...event, triedAgain: attempt === 1, leftovers: ["arn:aws:s3:::left-behind"], problems: [problem] }];
    default:
      return [event];
  }
}

const problem = {
  stage: "destruction",
  phase: "gone",
  resource: "aws:s3/bucket:Bucket b",
  message: "BucketNotEmpty: The bucket is not empty",
  nextStep: "Empty it by hand.",
} as const;

/** An attempt for each kind of explanation. */
function explained({ at, scenario, phase }: PhaseEnded): RunEvent[] {
  return explainedCases.map(({ name, request }) => {
    const explanation = explain(request);
    return {
      type: "expectation checked",
      at,
      scenario,
      phase,
      principal: "user",
      operation: "kms:Decrypt",
      attempt: `Decrypt ${name}`,
      expected: "denied",
      observed: "denied",
      layer: explanation.decision.layer,
      verdict: "passed",
      error: { code: "AccessDeniedException", message: explanation.sentence, requestId: "request-1" },
      explanation,
      tries: 3,
      convergenceMilliseconds: 4,
      milliseconds: 5,
    };
  });
}

function audited({ at, scenario, phase }: PhaseEnded): RunEvent {
  const event = {
    at,
    eventSource: "kms.amazonaws.com",
    eventName: "Decrypt",
    caller: userArn,
    invokedBy: "dynamodb.amazonaws.com",
    errorCode: "AccessDenied",
    errorMessage: "not authorized",
    resources: [keyArn],
    requestId: "request-1",
  };
  return { type: "phase audited", at, scenario, phase, events: [event] };
}
