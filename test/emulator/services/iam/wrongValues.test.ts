import { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow } from "./document.ts";
import { invalidInput } from "./iamClient.ts";

describe("Values that IAM does not take", () => {
  let emulator: Emulator;
  let iam: IAM;
  before(async () => {
    emulator = await startTestEmulator();
    iam = new IAM({ endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 });
  });
  after(() => emulator.stop());

  const name = "It must contain only alphanumeric characters and/or the following: +=,.@_-";
  const path = "It must begin and end with / and contain only alphanumeric characters and/or / characters.";
  const constraint = (value: string, at: string, what: string) =>
    `1 validation error detected: Value '${value}' at '${at}' failed to satisfy constraint: Member must ${what}`;
  const cases: { what: string; ask: () => Promise<unknown>; message: string }[] = [
    {
      what: "a user name with a slash",
      ask: () => iam.createUser({ UserName: "a/b" }),
      message: `The specified value for userName is invalid. ${name}`,
    },
    {
      what: "a policy name with a space",
      ask: () => iam.createPolicy({ PolicyName: "a b", PolicyDocument: allow("s3:Get*") }),
      message: `The specified value for policyName is invalid. ${name}`,
    },
    {
      what: "a path without its last slash",
      ask: () => iam.createUser({ UserName: "a", Path: "/lab" }),
      message: `The specified value for path is invalid. ${path}`,
    },
    {
      what: "a policy's path without its first slash",
      ask: () => iam.createPolicy({ PolicyName: "a", Path: "lab/", PolicyDocument: allow("s3:Get*") }),
      message: `The specified value for path is invalid. ${path}`,
    },
    {
      what: "the beginning of a path without its slash",
      ask: () => iam.listUsers({ PathPrefix: "lab" }),
      message:
        "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.",
    },
    {
      what: "a document with an emoji",
      ask: () => iam.putUserPolicy({ UserName: "a", PolicyName: "b", PolicyDocument: allow("s3:😀") }),
      message: "The specified value for policyDocument is invalid. It must contain only printable ASCII characters.",
    },
    {
      what: "a user name of 65 characters",
      ask: () => iam.createUser({ UserName: "a".repeat(65) }),
      message: constraint("a".repeat(65), "userName", "have length less than or equal to 64"),
    },
    {
      what: "a page of no items",
      ask: () => iam.listUsers({ MaxItems: 0 }),
      message: constraint("0", "maxItems", "have value greater than or equal to 1"),
    },
    {
      what: "a policy's ARN that is none",
      ask: () => iam.getPolicy({ PolicyArn: "AmazonDynamoDBFullAccess" }),
      message: "Invalid ARN:  Could not be parsed!",
    },
    {
      what: "the status Expired for an access key",
      ask: () => iam.updateAccessKey({ UserName: "a", AccessKeyId: "AKIAAAAAAAAAAAAAAAAA", Status: "Expired" }),
      message: "An access key is set Active or Inactive.",
    },
  ];
  for (const { what, ask, message } of cases) {
    it(what, async () => {
      expect(await refusalOf(ask())).to.deep.equal({ code: "ValidationError", message, status: 400 });
    });
  }

  it("an ARN that is no policy's, to attach or as a boundary", async () => {
    await iam.createUser({ UserName: "a" });
    for (const arn of ["AmazonDynamoDBFullAccess-and-more", "arn:aws:iam::000000000000:user/a"]) {
      const invalid = invalidInput(`ARN ${arn} is not valid.`);
      expect(await refusalOf(iam.attachUserPolicy({ UserName: "a", PolicyArn: arn }))).to.deep.equal(invalid);
      const boundary = iam.putUserPermissionsBoundary({ UserName: "a", PermissionsBoundary: arn });
      expect(await refusalOf(boundary)).to.deep.equal(invalid);
    }
  });
});
