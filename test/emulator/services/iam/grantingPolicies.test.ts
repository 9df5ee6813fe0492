import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, document, trust } from "./document.ts";
import { iamClient, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const PolicyArn = "arn:aws:iam::aws:policy/AmazonS3FullAccess";

describe("Policies that grant access to a service", () => {
  let emulator: Emulator;
  let iam: IAM;
  before(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
    await iam.createUser({ UserName: "Ada" });
    await iam.createGroup({ GroupName: "Readers" });
    await iam.addUserToGroup({ GroupName: "Readers", UserName: "Ada" });
    await iam.createRole({ RoleName: "Web", AssumeRolePolicyDocument: trust(`${account}:root`) });
    await iam.putUserPolicy({ UserName: "Ada", PolicyName: "queues", PolicyDocument: allow("sqs:Send*") });
    const PolicyDocument = document({ Effect: "Deny", Action: "sns:*", Resource: "*" });
    await iam.putUserPolicy({ UserName: "Ada", PolicyName: "denial", PolicyDocument });
    await iam.putGroupPolicy({ GroupName: "Readers", PolicyName: "streams", PolicyDocument: allow("kinesis:Get*") });
    await iam.attachGroupPolicy({ GroupName: "Readers", PolicyArn });
    await iam.putRolePolicy({ RoleName: "Web", PolicyName: "all", PolicyDocument: allow("*") });
    const others = document({ Effect: "Allow", NotAction: ["iam:*", "s3:Delete*"], Resource: "*" });
    await iam.putRolePolicy({ RoleName: "Web", PolicyName: "others", PolicyDocument: others });
    const except = document({ Effect: "Deny", NotAction: "iam:*", Resource: "*" });
    await iam.putGroupPolicy({ GroupName: "Readers", PolicyName: "except", PolicyDocument: except });
  });
  after(() => emulator.stop());

  const s3 = { PolicyName: "AmazonS3FullAccess", PolicyType: "MANAGED", PolicyArn };
  const inline = (PolicyName: string, EntityType: string, EntityName: string) => ({
    PolicyName,
    PolicyType: "INLINE",
    EntityType,
    EntityName,
  });
  const cases = [
    { who: "user/Ada", service: "sqs", policies: [inline("queues", "USER", "Ada")] },
    { who: "user/Ada", service: "kinesis", policies: [inline("streams", "GROUP", "Readers")] },
    { who: "user/Ada", service: "s3", policies: [s3] },
    { who: "user/Ada", service: "sns", policies: [] },
    { who: "group/Readers", service: "s3", policies: [s3] },
    { who: "group/Readers", service: "sqs", policies: [] },
    { who: "role/Web", service: "s3", policies: [inline("all", "ROLE", "Web"), inline("others", "ROLE", "Web")] },
    { who: "role/Web", service: "iam", policies: [inline("all", "ROLE", "Web")] },
  ];
  for (const { who, service, policies } of cases) {
    it(`${who} has ${policies.map(({ PolicyName }) => PolicyName).join() || "none"} for ${service}`, async () => {
      const Arn = `${account}:${who}`;
      const answer = await iam.listPoliciesGrantingServiceAccess({ Arn, ServiceNamespaces: [service] });
      expect(answer.PoliciesGrantingServiceAccess).to.deep.equal([{ ServiceNamespace: service, Policies: policies }]);
      expect(answer.IsTruncated).to.equal(false);
    });
  }

  it("are nobody's who is not there", async () => {
    const Arn = `${account}:user/Nobody`;
    expect(await refusalOf(iam.listPoliciesGrantingServiceAccess({ Arn, ServiceNamespaces: ["s3"] }))).to.deep.equal(
      noSuchEntity(`The entity ${Arn} cannot be found.`),
    );
  });
});
