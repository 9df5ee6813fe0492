import type { Action } from "../../scenarios/contract/action.ts";
import { can, cannot } from "../../scenarios/contract/expectation.ts";
import { administrator } from "../../scenarios/contract/principal.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";

function action(operation: string, attempt: string, yieldsSecret = false): Action {
  return { operation, attempt, yieldsSecret, perform: async () => ({ requestId: undefined, yielded: undefined }) };
}

/** A scenario with one of each thing that can be told of a scenario. */
export const sampleScenario: Scenario = {
  id: "samples/one-of-each",
  title: "Show one of each",
  lesson: "Everything has its place. Everything is shown.",
  workshop: "W1",
  billed: {},
  needs: ["clock"],
  limits: ["It deploys nothing."],
  parameters: { open: true },
  credentialsFiles: [],
  regions: [],
  deploy: () => ({}),
  principals: { admin: administrator(), user: { ...administrator(), title: "somebody" } },
  phases: [
    {
      name: "the door is open",
      expect: [
        can("admin", action("kms:DescribeKey", "DescribeKey key"), { yields: { state: "Enabled" } }),
        can("admin", action("iam:GetUser", "GetUser user"), { yields: ({ accountId }) => accountId }),
        can("user", action("secretsmanager:GetSecretValue", "GetSecretValue secret", true), { yields: "hunter2" }),
      ],
    },
    {
      name: "the door is closed",
      set: { open: false },
      waitMinutes: 6,
      expect: [
        cannot("user", action("dynamodb:GetItem", "GetItem table id=1"), {
          action: "kms:Decrypt",
          layer: "identity policy",
          says: "kms:Decrypt",
        }),
      ],
    },
  ],
};
