import { noKeyForEverybody } from "../../../infra/guardrails/noKeyForEverybody.ts";
import { consoleKeyPolicy } from "../../../infra/policies/consoleKeyPolicy.ts";
import { account, admin } from "../mockedAws.ts";
import { guardrailTable, policyOf } from "./guardrailTable.ts";

const root = `arn:aws:iam::${account}:root`;
const problem = "allows everybody kms:*";
const everybody = { Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" };

describe("the guardrail no-key-for-everybody", () => {
  guardrailTable(noKeyForEverybody, {
    keeps: [
      {
        name: "the console's key policy, which lets the account decide",
        inputs: {
          policy: JSON.stringify(
            consoleKeyPolicy({
              accountRoot: root,
              administrators: [admin],
              administratorsMayDelete: true,
              users: [],
              use: "symmetric encryption",
            }),
          ),
        },
      },
      { name: "a key without a policy of its own", inputs: {} },
      { name: "what everybody is denied", inputs: { policy: policyOf({ ...everybody, Effect: "Deny" }) } },
      {
        name: "one operation for everybody",
        inputs: { policy: policyOf({ ...everybody, Action: "kms:DescribeKey" }) },
      },
      {
        name: "what is left when KMS is left out",
        inputs: { policy: policyOf({ ...everybody, Action: undefined, NotAction: "kms:*" }) },
      },
      { name: "what is no policy", inputs: { policy: "kms:*" } },
    ],
    breaks: [
      { name: "kms:* for everybody", inputs: { policy: policyOf(everybody) }, problem },
      { name: "everybody in short", inputs: { policy: policyOf({ ...everybody, Principal: "*" }) }, problem },
      { name: "everything for everybody", inputs: { policy: policyOf({ ...everybody, Action: ["*"] }) }, problem },
      {
        name: "everybody among others",
        inputs: { policy: policyOf({ ...everybody, Principal: { AWS: [admin, "*"] } }) },
        problem,
      },
      {
        name: "one statement among others",
        inputs: { policy: policyOf({ ...everybody, Principal: { AWS: root } }, everybody) },
        problem,
      },
      {
        name: "a single statement outside of a list",
        inputs: { policy: JSON.stringify({ Statement: everybody }) },
        problem,
      },
      {
        name: "all but one operation for everybody",
        inputs: { policy: policyOf({ ...everybody, Action: undefined, NotAction: "kms:ScheduleKeyDeletion" }) },
        problem,
      },
    ],
  });
});
