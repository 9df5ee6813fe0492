import { expect } from "chai";

import { consoleKeyPolicy, type ConsoleKeyPolicyArgs, type KeyUse } from "../../../infra/policies/consoleKeyPolicy.ts";

const accountRoot = "arn:aws:iam::111122223333:root";
const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;

/** The policy of a key with the console's defaults, unless said otherwise. */
const policyOf = (args: Partial<ConsoleKeyPolicyArgs>) =>
  consoleKeyPolicy({
    accountRoot,
    administrators: [user("admin")],
    administratorsMayDelete: true,
    users: [],
    use: "symmetric encryption",
    ...args,
  });

const sids = (args: Partial<ConsoleKeyPolicyArgs>) => policyOf(args).Statement.map((statement) => statement.Sid);
const principals = (args: Partial<ConsoleKeyPolicyArgs>) =>
  policyOf(args).Statement.map((statement) => statement.Principal?.AWS);
const actions = (args: Partial<ConsoleKeyPolicyArgs>, index: number) => policyOf(args).Statement[index]?.Action;

describe("consoleKeyPolicy", () => {
  it("is W1's policy to the letter: QuocBao is the one administrator and the one user", () => {
    expect(policyOf({ administrators: [user("QuocBao")], users: [user("QuocBao")] })).to.deep.equal({
      Version: "2012-10-17",
      Id: "key-consolepolicy-3",
      Statement: [
        {
          Sid: "Enable IAM User Permissions",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "Allow access for Key Administrators",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:user/QuocBao" },
          Action: [
            "kms:Create*",
            "kms:Describe*",
            "kms:Enable*",
            "kms:List*",
            "kms:Put*",
            "kms:Update*",
            "kms:Revoke*",
            "kms:Disable*",
            "kms:Get*",
            "kms:Delete*",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:ScheduleKeyDeletion",
            "kms:CancelKeyDeletion",
            "kms:RotateKeyOnDemand",
          ],
          Resource: "*",
        },
        {
          Sid: "Allow use of the key",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:user/QuocBao" },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
        },
        {
          Sid: "Allow attachment of persistent resources",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:user/QuocBao" },
          Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
          Resource: "*",
          Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
      ],
    });
  });

  it("names both key users as an array after W3's secret mission", () => {
    const both = [user("admin"), user("nextwork-kms-user")];
    expect(principals({ users: both })).to.deep.equal([accountRoot, user("admin"), both, both]);
  });

  it("names W5's two administrators as an array and its one user as a string", () => {
    const both = [user("CloudAcademy"), user("Stuart")];
    expect(principals({ administrators: both, users: [user("Stuart")] })).to.deep.equal([
      accountRoot,
      both,
      user("Stuart"),
      user("Stuart"),
    ]);
  });

  it("has no statement for key users if there are none", () => {
    expect(sids({ users: [] })).to.deep.equal(["Enable IAM User Permissions", "Allow access for Key Administrators"]);
  });

  it("names a principal that is given twice once", () => {
    expect(principals({ users: [user("a"), user("a")] }).slice(2)).to.deep.equal([user("a"), user("a")]);
    expect(principals({ users: [user("a"), user("b"), user("a")] })[2]).to.deep.equal([user("a"), user("b")]);
  });

  it("takes the two deletion actions, and nothing else, from administrators who may not delete the key", () => {
    expect(actions({ administratorsMayDelete: false }, 1)).to.deep.equal([
      "kms:Create*",
      "kms:Describe*",
      "kms:Enable*",
      "kms:List*",
      "kms:Put*",
      "kms:Update*",
      "kms:Revoke*",
      "kms:Disable*",
      "kms:Get*",
      "kms:Delete*",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:RotateKeyOnDemand",
    ]);
  });

  const usesOfAKey: { use: KeyUse; sids: string[]; actions: string[] }[] = [
    {
      use: "asymmetric encryption",
      sids: ["Allow use of the key", "Allow attachment of persistent resources"],
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:DescribeKey", "kms:GetPublicKey"],
    },
    {
      use: "signing",
      sids: ["Allow use of the key", "Allow attachment of persistent resources"],
      actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"],
    },
    {
      use: "message authentication",
      sids: ["Allow use of the key"],
      actions: ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"],
    },
  ];
  for (const { use, sids: expectedSids, actions: expectedActions } of usesOfAKey) {
    it(`lets the users of a key for ${use} do what such a key can do`, () => {
      expect(actions({ use, users: [user("a")] }, 2)).to.deep.equal(expectedActions);
      expect(sids({ use, users: [user("a")] }).slice(2)).to.deep.equal(expectedSids);
    });
  }
});
