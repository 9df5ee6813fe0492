import { expect } from "chai";
import { readRefusal, type Denial } from "../../runner/readRefusal.ts";

function sdkError(name: string, message: string): Error {
  const $metadata = { requestId: "r-1", httpStatusCode: 400 };
  return Object.assign(new Error(message), { name, $metadata });
}

interface Case {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly denial: Denial | undefined;
}

const user = "User: arn:aws:iam::111122223333:user/u is not authorized to perform";
const key = "arn:aws:kms:us-east-1:111122223333:key/k";

const cases: readonly Case[] = [
  {
    name: "KMS names the action",
    code: "AccessDeniedException",
    message: `${user}: kms:Decrypt on resource: ${key} because no identity-based policy allows the kms:Decrypt action`,
    denial: { action: "kms:Decrypt" },
  },
  {
    name: "DynamoDB passes on what KMS says",
    code: "AccessDeniedException",
    message: `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: ${user}: kms:Decrypt on resource: ${key} because no resource-based policy allows the kms:Decrypt action (Service: AWSKMS; Status Code: 400)`,
    denial: { action: "kms:Decrypt" },
  },
  {
    name: "DynamoDB's own denial names DynamoDB's action",
    code: "AccessDeniedException",
    message: `${user}: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:111122223333:table/t because no identity-based policy allows the dynamodb:GetItem action`,
    denial: { action: "dynamodb:GetItem" },
  },
  {
    name: "Secrets Manager says no more than that KMS refused",
    code: "AccessDeniedException",
    message: "Access to KMS is not allowed",
    denial: { service: "kms" },
  },
  {
    name: "KMS's older wording names no action",
    code: "AccessDeniedException",
    message:
      "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
    denial: { service: "kms" },
  },
  {
    name: "IAM's code for a denial has no Exception",
    code: "AccessDenied",
    message: `${user}: iam:CreateUser on resource: arn:aws:iam::111122223333:user/x because no identity-based policy allows the iam:CreateUser action`,
    denial: { action: "iam:CreateUser" },
  },
  { name: "a denial in unknown words is one", code: "AccessDeniedException", message: "No.", denial: {} },
  { name: "throttling is no denial", code: "ThrottlingException", message: "Rate exceeded", denial: undefined },
  {
    name: "unknown credentials are no denial",
    code: "UnrecognizedClientException",
    message: "The security token included in the request is invalid.",
    denial: undefined,
  },
  {
    name: "a validation error that speaks of authorization is no denial",
    code: "ValidationException",
    message: `${user}: kms:Decrypt on resource: ${key}`,
    denial: undefined,
  },
];

describe("readRefusal", () => {
  for (const { name, code, message, denial } of cases) {
    it(name, () => {
      expect(readRefusal(sdkError(code, message))).to.deep.equal({ code, message, requestId: "r-1", denial });
    });
  }

  it("reads nothing from an error that AWS did not answer", () => {
    expect(readRefusal(new Error("connect ECONNREFUSED"))).to.equal(undefined);
    const unanswered = Object.assign(new Error("socket hang up"), { $metadata: { attempts: 1 } });
    expect(readRefusal(unanswered)).to.equal(undefined);
  });
});
