import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { document, documentOfSize, trust } from "./document.ts";
import { iamClient, limitExceeded } from "./iamClient.ts";
import { refusedIdentityPolicies, refusedManagedPolicies, refusedTrustPolicies } from "./refusedDocuments.ts";

const malformed = (message: string) => ({ code: "MalformedPolicyDocumentException", message, status: 400 });

describe("Policy documents of IAM", () => {
  let emulator: Emulator;
  let iam: IAM;
  before(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
    await iam.createUser({ UserName: "Ada" });
    await iam.createGroup({ GroupName: "Readers" });
    await iam.createRole({ RoleName: "Web", AssumeRolePolicyDocument: trust("*") });
  });
  after(() => emulator.stop());

  const inline = (PolicyDocument: string) => iam.putUserPolicy({ UserName: "Ada", PolicyName: "p", PolicyDocument });
  const managed = (PolicyDocument: string, PolicyName = "p") => iam.createPolicy({ PolicyName, PolicyDocument });
  const trusting = (PolicyDocument: string) => iam.updateAssumeRolePolicy({ RoleName: "Web", PolicyDocument });

  for (const { name, text, message, source } of refusedIdentityPolicies) {
    it(`are refused with ${name}, inline and managed (source: ${source})`, async () => {
      expect(await refusalOf(inline(text))).to.deep.equal(malformed(message));
      expect(await refusalOf(managed(text))).to.deep.equal(malformed(message));
      expect((await iam.listUserPolicies({ UserName: "Ada" })).PolicyNames).to.deep.equal([]);
      expect((await iam.listPolicies({ Scope: "Local" })).Policies).to.deep.equal([]);
    });
  }

  for (const { name, text, message, source } of refusedManagedPolicies) {
    it(`are refused with ${name} as managed policies, and taken inline (source: ${source})`, async () => {
      expect(await refusalOf(managed(text))).to.deep.equal(malformed(message));
      await inline(text);
      await iam.deleteUserPolicy({ UserName: "Ada", PolicyName: "p" });
    });
  }

  for (const { name, text, message, source } of refusedTrustPolicies) {
    it(`are refused with ${name} as trust policies (source: ${source})`, async () => {
      expect(await refusalOf(trusting(text))).to.deep.equal(malformed(message));
      const create = iam.createRole({ RoleName: "Never", AssumeRolePolicyDocument: text });
      expect(await refusalOf(create)).to.deep.equal(malformed(message));
      const { Role } = await iam.getRole({ RoleName: "Web" });
      expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).to.equal(trust("*"));
    });
  }

  const taken = [
    "*",
    "arn:aws:s3:::bucket/*",
    "arn:aws:s3:::${aws:username}/*",
    "arn:aws:s3:us-east-1:000000000000:accesspoint/a",
    "arn:aws:iam::*:user/${aws:username}",
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws:iam::000000000000:*",
    "arn:aws:sqs:*:0000*:queue",
    "arn:aws:fdsasf",
  ];
  for (const Resource of taken) {
    it(`are taken with the resource ${Resource}`, async () => {
      await inline(document({ Sid: "Good1", Effect: "Allow", Action: ["s3:*", "*"], Resource }));
      await iam.deleteUserPolicy({ UserName: "Ada", PolicyName: "p" });
    });
  }

  it("are as large as their quota, without white space, and no larger", async () => {
    const trustOf = (size: number) => {
      const text = document({ Sid: "", Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" });
      return text.replace('"Sid":""', `"Sid" : "${"a".repeat(size - text.length)}"`);
    };
    const group = (PolicyDocument: string) =>
      iam.putGroupPolicy({ GroupName: "Readers", PolicyName: "p", PolicyDocument });
    const role = (PolicyDocument: string) => iam.putRolePolicy({ RoleName: "Web", PolicyName: "p", PolicyDocument });
    const cases = [
      {
        put: inline,
        size: 2048,
        of: documentOfSize,
        message: "Maximum policy size of 2048 bytes exceeded for user Ada",
      },
      {
        put: group,
        size: 5120,
        of: documentOfSize,
        message: "Maximum policy size of 5120 bytes exceeded for group Readers",
      },
      {
        put: role,
        size: 10_240,
        of: documentOfSize,
        message: "Maximum policy size of 10240 bytes exceeded for role Web",
      },
      {
        put: (text: string) => managed(text, `p${text.length}`),
        size: 6144,
        of: documentOfSize,
        message: "Cannot exceed quota for PolicySize: 6144",
      },
      { put: trusting, size: 2048, of: trustOf, message: "Cannot exceed quota for ACLSizePerRole: 2048" },
    ];
    for (const { put, size, of, message } of cases) {
      await put(of(size));
      expect(await refusalOf(put(of(size + 1))), message).to.deep.equal(limitExceeded(message));
    }
  });
});
