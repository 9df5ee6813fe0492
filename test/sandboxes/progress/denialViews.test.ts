import { expect } from "chai";
import { denialViews } from "../../../sandboxes/progress/denialViews.ts";
import type { StudentEvent } from "../../../sandboxes/progress/studentEvent.ts";

const event: StudentEvent = {
  lease: "ada-2345",
  who: "reader",
  at: "2026-11-26T08:00:00Z",
  action: "kms:Decrypt",
  error: "AccessDenied",
  resources: [],
};

/** Wordings of AWS, and what is shown of them. Source: IAM User Guide, "Troubleshoot access denied error messages". */
const explanations: readonly (readonly [what: string, event: Partial<StudentEvent>, explanation: string])[] = [
  [
    "the reason alone, where AWS states one",
    {
      message:
        "User: arn:aws:iam::000000000000:user/ada is not authorized to perform: iam:CreateUser on resource: x because no permissions boundary allows the iam:CreateUser action",
    },
    "Refused, because no permissions boundary allows the iam:CreateUser action.",
  ],
  [
    "the service that asked",
    {
      through: "dynamodb.amazonaws.com",
      message: "User: x is not authorized because no identity-based policy allows the kms:Decrypt action",
    },
    "DynamoDB asked for reader. Refused, because no identity-based policy allows the kms:Decrypt action.",
  ],
  ["the whole message, where it states no reason", { message: "Access Denied" }, "Access Denied"],
  ["a service that has no other name", { through: "ec2.amazonaws.com" }, "ec2.amazonaws.com asked for reader."],
];

describe("the denials that are shown", () => {
  for (const [what, facts, explanation] of explanations) {
    it(`tell ${what}`, () => {
      expect(denialViews([{ ...event, ...facts }])).to.deep.equal([
        { at: event.at, who: "reader", action: "kms:Decrypt", explanation },
      ]);
    });
  }

  it("are the latest five, the newest first, and nothing that was done or failed otherwise", () => {
    const events = Array.from({ length: 7 }, (_, second) => ({ ...event, at: `2026-11-26T08:00:0${second}Z` }));
    const others = [
      { ...event, error: undefined },
      { ...event, error: "ValidationException" },
    ];
    expect(denialViews([...events, ...others]).map(({ at }) => at.slice(17, 19))).to.deep.equal([
      "06",
      "05",
      "04",
      "03",
      "02",
    ]);
  });
});
