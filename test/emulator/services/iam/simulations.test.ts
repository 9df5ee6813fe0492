import { IAM, type SimulateCustomPolicyCommandInput } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, document } from "./document.ts";

const account = "arn:aws:iam::000000000000";
const bucket = "arn:aws:s3:::mine/file";
const ifTeam = (team: string) =>
  document({
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalTag/team": team } },
  });
const denyAll = document({ Effect: "Deny", Action: "*", Resource: "*" });

describe("The simulations of IAM", () => {
  let emulator: Emulator;
  let iam: IAM;
  before(async () => {
    emulator = await startTestEmulator();
    iam = new IAM({ endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 });
    await iam.createUser({ UserName: "Ada" });
    await iam.putUserPolicy({ UserName: "Ada", PolicyName: "inline", PolicyDocument: allow("s3:Get*") });
    await iam.attachUserPolicy({ UserName: "Ada", PolicyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" });
    await iam.createPolicy({ PolicyName: "Boundary", PolicyDocument: allow("s3:GetObject") });
    await iam.createGroup({ GroupName: "Writers" });
    await iam.putGroupPolicy({ GroupName: "Writers", PolicyName: "p", PolicyDocument: allow("s3:Put*") });
  });
  after(() => emulator.stop());

  const team = { ContextKeyName: "aws:PrincipalTag/team", ContextKeyType: "string" as const };
  const forAda = (more: object = {}) =>
    JSON.stringify({
      Statement: { Effect: "Allow", Principal: { AWS: `${account}:user/Ada` }, Action: "s3:*", Resource: "*", ...more },
    });
  const cases: {
    name: string;
    input: Partial<SimulateCustomPolicyCommandInput>;
    decision: string;
    missing?: string[];
  }[] = [
    { name: "a policy that allows", input: { PolicyInputList: [allow("s3:Get*")] }, decision: "allowed" },
    { name: "a policy that does not", input: { PolicyInputList: [allow("s3:Put*")] }, decision: "implicitDeny" },
    {
      name: "one that allows and one that denies",
      input: { PolicyInputList: [allow("s3:Get*"), denyAll] },
      decision: "explicitDeny",
    },
    {
      name: "a condition that is met",
      input: { PolicyInputList: [ifTeam("red")], ContextEntries: [{ ...team, ContextKeyValues: ["red"] }] },
      decision: "allowed",
    },
    {
      name: "a condition that is not met",
      input: { PolicyInputList: [ifTeam("red")], ContextEntries: [{ ...team, ContextKeyValues: ["blue"] }] },
      decision: "implicitDeny",
    },
    {
      name: "a condition whose key is missing",
      input: { PolicyInputList: [ifTeam("red")] },
      decision: "implicitDeny",
      missing: ["aws:PrincipalTag/team"],
    },
    {
      name: "a boundary that allows as well",
      input: {
        PolicyInputList: [allow("s3:*")],
        PermissionsBoundaryPolicyInputList: [allow("s3:Get*")],
      },
      decision: "allowed",
    },
    {
      name: "a boundary that does not allow",
      input: {
        PolicyInputList: [allow("s3:*")],
        PermissionsBoundaryPolicyInputList: [allow("s3:Put*")],
      },
      decision: "implicitDeny",
    },
    {
      name: "a resource policy that names the user",
      input: { PolicyInputList: [allow("s3:Put*")], ResourcePolicy: forAda(), CallerArn: `${account}:user/Ada` },
      decision: "allowed",
    },
    {
      name: "a resource policy that denies",
      input: {
        PolicyInputList: [allow("s3:*")],
        ResourcePolicy: forAda({ Effect: "Deny" }),
        CallerArn: `${account}:user/Ada`,
      },
      decision: "explicitDeny",
    },
  ];
  for (const { name, input, decision, missing = [] } of cases) {
    it(`tell of ${name}: ${decision}`, async () => {
      const { EvaluationResults = [], IsTruncated } = await iam.simulateCustomPolicy({
        PolicyInputList: [],
        ActionNames: ["s3:GetObject"],
        ResourceArns: [bucket],
        ...input,
      });
      expect(IsTruncated).to.equal(false);
      const [result] = EvaluationResults;
      expect(result).to.include({ EvalActionName: "s3:GetObject", EvalResourceName: bucket, EvalDecision: decision });
      expect(result?.MissingContextValues ?? []).to.deep.equal(missing);
    });
  }

  const forPrincipal = async (PolicySourceArn: string, ...ActionNames: string[]) =>
    (await iam.simulatePrincipalPolicy({ PolicySourceArn, ActionNames })).EvaluationResults ?? [];

  it("know the policies of a user, and which of them decide", async () => {
    const [get, put] = await forPrincipal(`${account}:user/Ada`, "s3:GetObject", "s3:PutObject");
    expect([get?.EvalDecision, put?.EvalDecision]).to.deep.equal(["allowed", "implicitDeny"]);
    expect(get?.MatchedStatements).to.deep.equal([
      { SourcePolicyId: "inline", SourcePolicyType: "user" },
      { SourcePolicyId: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", SourcePolicyType: "aws-managed" },
    ]);
    expect(put?.MatchedStatements ?? []).to.deep.equal([]);
  });

  it("know groups, and the permissions boundary of a user", async () => {
    const [put] = await forPrincipal(`${account}:group/Writers`, "s3:PutObject");
    expect(put?.EvalDecision).to.equal("allowed");
    expect(put).not.to.have.property("PermissionsBoundaryDecisionDetail");
    await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: `${account}:policy/Boundary` });
    const results = await forPrincipal(`${account}:user/Ada`, "s3:GetObject", "s3:GetBucketPolicy");
    expect(results.map(({ EvalDecision }) => EvalDecision)).to.deep.equal(["allowed", "implicitDeny"]);
    expect(
      results.map((result) => result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary),
    ).to.deep.equal([true, false]);
    await iam.deleteUserPermissionsBoundary({ UserName: "Ada" });
  });

  it("answer every action on every resource, page by page", async () => {
    const input = {
      PolicyInputList: [allow("s3:Get*")],
      ActionNames: ["s3:PutObject", "s3:GetObject"],
      ResourceArns: [bucket, `${bucket}2`],
    };
    const first = await iam.simulateCustomPolicy({ ...input, MaxItems: 3 });
    expect(first.EvaluationResults).to.have.length(3);
    const { EvaluationResults } = await iam.simulateCustomPolicy({ ...input, MaxItems: 3, Marker: first.Marker });
    expect(
      EvaluationResults?.map(({ EvalActionName, EvalResourceName }) => [EvalActionName, EvalResourceName]),
    ).to.deep.equal([["s3:GetObject", `${bucket}2`]]);
  });

  it("tell the context keys that policies ask for", async () => {
    const home = document({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*" });
    expect(
      (await iam.getContextKeysForCustomPolicy({ PolicyInputList: [ifTeam("a"), home] })).ContextKeyNames,
    ).to.deep.equal(["aws:PrincipalTag/team", "aws:username"]);
    const PolicySourceArn = `${account}:user/Ada`;
    expect((await iam.getContextKeysForPrincipalPolicy({ PolicySourceArn })).ContextKeyNames).to.deep.equal([]);
    const { ContextKeyNames } = await iam.getContextKeysForPrincipalPolicy({
      PolicySourceArn,
      PolicyInputList: [home],
    });
    expect(ContextKeyNames).to.deep.equal(["aws:username"]);
  });

  it("refuse principals that do not exist, and malformed policies", async () => {
    const nobody = iam.simulatePrincipalPolicy({ PolicySourceArn: `${account}:user/Nobody`, ActionNames: ["s3:Get"] });
    expect((await refusalOf(nobody)).code).to.equal("NoSuchEntityException");
    const malformed = iam.simulateCustomPolicy({ PolicyInputList: ["{}"], ActionNames: ["s3:Get"] });
    expect((await refusalOf(malformed)).message).to.equal("Syntax errors in policy.");
  });
});
