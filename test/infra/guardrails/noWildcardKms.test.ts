import { noWildcardKms } from "../../../infra/guardrails/noWildcardKms.ts";
import { guardrailTable, policyOf } from "./guardrailTable.ts";

const key = "arn:aws:kms:us-east-1:111122223333:key/1";
const wild = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const problem = "allows kms:* on every key";

describe("the guardrail no-wildcard-kms", () => {
  guardrailTable(noWildcardKms, {
    keeps: [
      { name: "every operation on one key", inputs: { policy: policyOf({ ...wild, Resource: key }) } },
      { name: "some operations on every key", inputs: { policy: policyOf({ ...wild, Action: ["kms:List*"] }) } },
      { name: "what is denied", inputs: { policy: policyOf({ ...wild, Effect: "Deny" }) } },
      { name: "another service", inputs: { policy: policyOf({ ...wild, Action: "dynamodb:*" }) } },
      { name: "full access to DynamoDB", inputs: { policyArn: "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess" } },
    ],
    breaks: [
      { name: "kms:* on everything", inputs: { policy: policyOf(wild) }, problem },
      { name: "KMS in capitals", inputs: { policy: policyOf({ ...wild, Action: "KMS:*" }) }, problem },
      { name: "everything on everything", inputs: { policy: policyOf({ ...wild, Action: "*" }) }, problem },
      {
        name: "every key of every account",
        inputs: { policy: policyOf({ ...wild, Resource: "arn:aws:kms:*:*:key/*" }) },
        problem,
      },
      {
        name: "all but IAM",
        inputs: { policy: policyOf({ ...wild, Action: undefined, NotAction: "iam:*" }) },
        problem,
      },
      { name: "no resource at all", inputs: { policy: policyOf({ ...wild, Resource: undefined }) }, problem },
      {
        name: "AdministratorAccess",
        inputs: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
        problem: "allows kms:* on every key, as AdministratorAccess does",
      },
      {
        name: "PowerUserAccess",
        inputs: { policyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
        problem: "allows kms:* on every key, as PowerUserAccess does",
      },
    ],
  });
});
