/** How many decisions the authorisation engine takes in a second, and that no pattern makes it slow. */
import type { AccessRequest } from "../emulator/authorization/accessRequest.ts";
import { conditionContext } from "../emulator/authorization/conditions/conditionContext.ts";
import { decide } from "../emulator/authorization/decide.ts";
import { matchesPattern } from "../emulator/authorization/matchesPattern.ts";
import { parsePolicy, type Policy } from "../emulator/authorization/policy.ts";
import { processorTime } from "./processorTime.ts";
import { median } from "../reporters/text/median.ts";

const rounds = 7;
const roundMs = 100;
const accountId = "111122223333";
const keyArn = `arn:aws:kms:us-east-1:${accountId}:key/k`;
const services = ["kms", "dynamodb", "s3", "iam", "secretsmanager", "sts", "lambda", "sqs", "sns", "logs"];

/** As many statements as asked for, each about actions of its own; the last allows what is asked. */
function document(count: number): string {
  const others = Array.from({ length: count - 1 }, (_, index) => {
    const service = services[index % services.length];
    return {
      Effect: index % 5 === 0 ? "Deny" : "Allow",
      Action: [`${service}:Get${index}*`, `${service}:Put${index}`],
      Resource: `arn:aws:${service}:us-east-1:${accountId}:thing/${index}/*`,
      Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
    };
  });
  const asked = {
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: `arn:aws:kms:us-east-1:${accountId}:key/*`,
    Condition: { StringEquals: { "kms:EncryptionContext:purpose": "bench" } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [...others, asked] });
}

const delegation = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { AWS: accountId }, Action: "kms:*", Resource: "*" },
});
const arn = `arn:aws:iam::${accountId}:user/Alice`;
const context = conditionContext({ "aws:RequestedRegion": "us-east-1", "kms:EncryptionContext:purpose": "bench" });

function question(identity: Policy, key: Policy): AccessRequest {
  return {
    principal: { kind: "user", accountId, arn, principalId: "AIDAALICE", userName: "Alice", tags: new Map() },
    action: "kms:Decrypt",
    resource: { arn: keyArn, accountId, policyIsRequired: true, policy: { name: "key policy", policy: key } },
    context,
    policies: { identity: [{ name: "identity", policy: identity }] },
  };
}

/** How often something can be done in a second of processor time: the median of several rounds, after one to get warm. */
function perSecond(work: () => unknown): number {
  const measured = Array.from({ length: rounds + 1 }, () => {
    const began = processorTime();
    let done = 0;
    while (processorTime() - began < roundMs) {
      for (let turn = 0; turn < 50; turn++) work();
      done += 50;
    }
    return (done * 1_000) / (processorTime() - began);
  });
  return median(measured.slice(1));
}

const whole = (value: number) => Math.round(value).toLocaleString("en");
const key = parsePolicy(delegation, "key policy");
let fewest: number | undefined;
for (const statements of [1, 10, 100, 1_000]) {
  const text = document(statements);
  const request = question(parsePolicy(text, "identity policy"), key);
  if (decide(request).result !== "Allowed") throw new Error("The benchmark asks for what is not allowed.");
  const warm = perSecond(() => decide(request));
  const cold = perSecond(() => decide(question(parsePolicy(text, "identity policy"), key)));
  fewest ??= warm;
  console.log(
    `decisions with ${whole(statements)} statements: ${whole(warm)} a second warm (${(fewest / warm).toFixed(2)} × the time with 1), ${whole(cold)} cold (${(warm / cold).toFixed(0)} × the time of warm)`,
  );
}

// Only the last character does not match: the whole pattern is tried at every position.
const hostile = `${"*a".repeat(10)}*${"a".repeat(20)}b`;
let shortest: number | undefined;
for (const length of [1_000, 2_000, 4_000, 8_000, 16_000]) {
  const value = "a".repeat(length);
  const micros = 1e6 / perSecond(() => matchesPattern(hostile, value));
  shortest ??= micros;
  console.log(
    `hostile pattern against ${whole(length)} characters: ${micros.toFixed(0)} µs, ${(micros / shortest).toFixed(1)} × the time of 1,000`,
  );
}
