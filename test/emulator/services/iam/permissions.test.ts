import { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { iam as service } from "../../../../emulator/services/iam/service.ts";
import {
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, document, trust } from "./document.ts";
import { account, type Call } from "./permissionCall.ts";
import { permissionCalls, readOnly, user } from "./permissionCalls.ts";

/** How calls end that nobody forbids: some are about what is not there. */
const passed = ["Success", "NoSuchEntityException", "DeleteConflictException", "CredentialReportNotReadyException"];

describe("IAM permissions", () => {
  let emulator: Emulator;
  let root: IAM;
  let caller: TestUser;
  let client: IAM;
  let AccessKeyId: string | undefined;
  before(async () => {
    emulator = await startTestEmulator();
    caller = await createUser(emulator, "Caller");
    const options = { endpoint: emulator.url, region: "us-east-1", maxAttempts: 1 };
    root = new IAM({ ...options, credentials: rootOf() });
    client = new IAM({ ...options, credentials: caller.credentials });
  });
  after(() => emulator.stop());

  /** Makes what is missing of the targets: the operations under test change and delete them. */
  beforeEach(async () => {
    const { iam } = emulator.instance.account("000000000000");
    const target = { Path: "/t/" };
    if (!iam.users.has("Target")) await root.createUser({ ...target, UserName: "Target" });
    if (!iam.groups.has("Target")) await root.createGroup({ ...target, GroupName: "Target" });
    const AssumeRolePolicyDocument = trust(`${account}:root`);
    if (!iam.roles.has("Target")) await root.createRole({ ...target, RoleName: "Target", AssumeRolePolicyDocument });
    const PolicyDocument = allow("s3:Get*");
    if (!iam.policies.has("Target")) await root.createPolicy({ ...target, PolicyName: "Target", PolicyDocument });
    const [key] = iam.users.find("Target")?.accessKeys.keys() ?? [];
    AccessKeyId = key ?? (await root.createAccessKey({ UserName: "Target" })).AccessKey?.AccessKeyId;
  });

  const permit = (Action: string, Resource: string, also: { action: string; arn: string }[] = []) =>
    root.putUserPolicy({
      UserName: "Caller",
      PolicyName: "test",
      PolicyDocument: document(
        { Effect: "Allow", Action, Resource },
        ...also.map(({ action, arn }) => ({ Effect: "Allow", Action: action, Resource: arn })),
      ),
    });

  /** How the caller's call ends: with success, or with the code of its error. */
  const outcome = (call: Call) =>
    call(client, AccessKeyId).then(
      () => "Success",
      (error: unknown) => (error instanceof Error ? error.name : "unknown"),
    );

  for (const { name, call, shownAs, arn, also } of permissionCalls) {
    const action = `iam:${name}`;
    it(`${action} is denied with AWS's sentence, and allowed by a policy on its resource alone`, async () => {
      await permit("s3:GetObject", "*");
      expect(await refusalOf(call(client, AccessKeyId))).to.deep.equal({
        code: "AccessDenied",
        message: `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${shownAs} because no identity-based policy allows the ${action} action`,
        status: 403,
      });
      if (arn !== "*") {
        await permit(action, `${arn}x`);
        expect(await outcome(call)).to.equal("AccessDenied");
      }
      if (also) {
        await permit(action, arn);
        expect((await refusalOf(call(client, AccessKeyId))).message).to.contain(
          `is not authorized to perform: ${also.action} on resource: ${also.arn} `,
        );
      }
      await permit(action, arn, also && [also]);
      expect(await outcome(call)).to.be.oneOf(passed);
    });
  }

  it("are tested for every operation that there is", () => {
    expect(permissionCalls.map(({ name }) => name)).to.have.members(service.operations.map(({ name }) => name));
  });

  it("of attaching and detaching can be limited to certain policies", async () => {
    const PolicyDocument = document({
      Effect: "Allow",
      Action: ["iam:AttachUserPolicy", "iam:DetachUserPolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      Resource: "*",
      Condition: { StringEquals: { "iam:PolicyARN": readOnly } },
    });
    await root.putUserPolicy({ UserName: "Caller", PolicyName: "test", PolicyDocument });
    const changes: ((PolicyArn: string) => Call)[] = [
      (PolicyArn) => (iam) => iam.attachUserPolicy({ UserName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.attachRolePolicy({ RoleName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.detachUserPolicy({ UserName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.detachRolePolicy({ RoleName: "Target", PolicyArn }),
    ];
    for (const change of changes) {
      expect(await outcome(change("arn:aws:iam::aws:policy/AdministratorAccess"))).to.equal("AccessDenied");
      expect(await outcome(change(readOnly))).to.equal("Success");
    }
  });

  it("of renaming are needed for the old and for the new user", async () => {
    const rename: Call = (iam) => iam.updateUser({ UserName: "Target", NewUserName: "Renamed" });
    await permit("iam:UpdateUser", user);
    expect((await refusalOf(rename(client))).message).to.contain(`${account}:user/t/Renamed`);
    await permit("iam:UpdateUser", `${account}:user/t/*`);
    expect(await outcome(rename)).to.equal("Success");
  });

  it("are asked for before it is told whether somebody exists", async () => {
    const getNobody: Call = (iam) => iam.getUser({ UserName: "Nobody" });
    await permit("iam:GetUser", user);
    expect(await outcome(getNobody)).to.equal("AccessDenied");
    await permit("iam:GetUser", "*");
    expect(await outcome(getNobody)).to.equal("NoSuchEntityException");
  });
});
