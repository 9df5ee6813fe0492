import { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { createUser, refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, document, documentOfSize } from "./document.ts";

const account = "arn:aws:iam::000000000000";
const GroupName = "Readers";
const UserName = "Ada";

describe("An IAM group", () => {
  let emulator: Emulator;
  let iam: IAM;
  let ada: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    const client = (credentials: ReturnType<typeof rootOf>) =>
      new IAM({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });
    iam = client(rootOf());
    ada = client((await createUser(emulator, UserName)).credentials);
    await iam.createGroup({ GroupName, Path: "/team/" });
  });
  afterEach(() => emulator.stop());

  it("has a name, a path, an ARN and a unique id", async () => {
    const { Group, Users } = await iam.getGroup({ GroupName });
    const { GroupId = "", CreateDate, ...rest } = Group ?? {};
    expect(GroupId).to.match(/^AGPA[A-Z0-9]{17}$/);
    expect(CreateDate).to.be.instanceOf(Date);
    expect(rest).to.deep.equal({ Path: "/team/", GroupName, Arn: `${account}:group/team/Readers` });
    expect(Users).to.deep.equal([]);
    expect((await iam.listGroups({ PathPrefix: "/team/" })).Groups?.map((group) => group.GroupName)).to.deep.equal([
      GroupName,
    ]);
    expect((await iam.listGroups({ PathPrefix: "/other/" })).Groups).to.deep.equal([]);
  });

  it("gives its policies to its members, inline and managed, for as long as they are members", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    const mayList = () =>
      ada.listUsers({}).then(
        () => true,
        () => false,
      );
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument: allow("iam:ListUsers") });
    expect(await mayList()).to.equal(false);
    await iam.addUserToGroup({ GroupName, UserName });
    expect(await mayList()).to.equal(true);
    await iam.deleteGroupPolicy({ GroupName, PolicyName: "p" });
    expect(await mayList()).to.equal(false);
    await iam.attachGroupPolicy({ GroupName, PolicyArn });
    expect(await mayList()).to.equal(true);
    await iam.removeUserFromGroup({ GroupName, UserName });
    expect(await mayList()).to.equal(false);
  });

  it("denies its members what its policies deny", async () => {
    await iam.putUserPolicy({ UserName, PolicyName: "p", PolicyDocument: allow("iam:*") });
    await ada.listUsers({});
    const PolicyDocument = document({ Effect: "Deny", Action: "iam:ListUsers", Resource: "*" });
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument });
    await iam.addUserToGroup({ GroupName, UserName });
    expect((await refusalOf(ada.listUsers({}))).message).to.equal(
      `User: ${account}:user/Ada is not authorized to perform: iam:ListUsers on resource: ${account}:user/ with an explicit deny in an identity-based policy`,
    );
  });

  it("shows its members, and users their groups", async () => {
    await iam.addUserToGroup({ GroupName, UserName });
    await iam.addUserToGroup({ GroupName, UserName });
    expect((await iam.getGroup({ GroupName })).Users?.map((user) => user.UserName)).to.deep.equal([UserName]);
    expect((await iam.listGroupsForUser({ UserName })).Groups?.map((group) => group.GroupName)).to.deep.equal([
      GroupName,
    ]);
    await iam.removeUserFromGroup({ GroupName, UserName });
    expect((await iam.getGroup({ GroupName })).Users).to.deep.equal([]);
    expect((await iam.listGroupsForUser({ UserName })).Groups).to.deep.equal([]);
    expect((await refusalOf(iam.removeUserFromGroup({ GroupName, UserName }))).code).to.equal("NoSuchEntityException");
  });

  it("shows its policies", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const PolicyDocument = allow("iam:ListUsers");
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument });
    await iam.attachGroupPolicy({ GroupName, PolicyArn });
    expect((await iam.listGroupPolicies({ GroupName })).PolicyNames).to.deep.equal(["p"]);
    const shown = (await iam.getGroupPolicy({ GroupName, PolicyName: "p" })).PolicyDocument ?? "";
    expect(decodeURIComponent(shown)).to.equal(PolicyDocument);
    expect((await iam.listAttachedGroupPolicies({ GroupName })).AttachedPolicies).to.deep.equal([
      { PolicyName: "ReadOnlyAccess", PolicyArn },
    ]);
    expect((await iam.listEntitiesForPolicy({ PolicyArn, EntityFilter: "Group" })).PolicyGroups).to.have.length(1);
    expect((await iam.listEntitiesForPolicy({ PolicyArn, EntityFilter: "User" })).PolicyGroups).to.deep.equal([]);
    await iam.detachGroupPolicy({ GroupName, PolicyArn });
    expect((await iam.listAttachedGroupPolicies({ GroupName })).AttachedPolicies).to.deep.equal([]);
  });

  it("keeps members and policies under another name", async () => {
    await iam.addUserToGroup({ GroupName, UserName });
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument: allow("iam:ListUsers") });
    await iam.updateGroup({ GroupName, NewGroupName: "Listeners", NewPath: "/" });
    expect((await iam.getGroup({ GroupName: "Listeners" })).Group?.Arn).to.equal(`${account}:group/Listeners`);
    await ada.listUsers({});
    expect(await refusalOf(iam.getGroup({ GroupName }))).to.deep.equal({
      code: "NoSuchEntityException",
      message: "The group with name Readers cannot be found.",
      status: 404,
    });
  });

  it("is deleted last, and its members after they have left", async () => {
    const conflict = (message: string) => ({ code: "DeleteConflictException", message, status: 409 });
    await iam.addUserToGroup({ GroupName, UserName });
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument: allow("iam:*") });
    await iam.createUser({ UserName: "Bob" });
    await iam.addUserToGroup({ GroupName, UserName: "Bob" });
    expect(await refusalOf(iam.deleteUser({ UserName: "Bob" }))).to.deep.equal(
      conflict("Cannot delete entity, must remove referenced objects first."),
    );
    await iam.removeUserFromGroup({ GroupName, UserName: "Bob" });
    await iam.deleteUser({ UserName: "Bob" });
    expect(await refusalOf(iam.deleteGroup({ GroupName }))).to.deep.equal(
      conflict("Cannot delete entity, must remove users from group first."),
    );
    await iam.removeUserFromGroup({ GroupName, UserName });
    expect(await refusalOf(iam.deleteGroup({ GroupName }))).to.deep.equal(
      conflict("Cannot delete entity, must delete policies first."),
    );
    await iam.deleteGroupPolicy({ GroupName, PolicyName: "p" });
    await iam.deleteGroup({ GroupName });
    expect((await iam.listGroups({})).Groups).to.deep.equal([]);
  });

  it("has limits", async () => {
    const limit = (message: string) => ({ code: "LimitExceededException", message, status: 409 });
    for (let index = 0; index < 10; index++) {
      await iam.createGroup({ GroupName: `g${index}` });
      await iam.addUserToGroup({ GroupName: `g${index}`, UserName });
    }
    expect(await refusalOf(iam.addUserToGroup({ GroupName, UserName }))).to.deep.equal(
      limit("Cannot exceed quota for GroupsPerUser: 10"),
    );
    await iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument: documentOfSize(5120) });
    const tooLarge = iam.putGroupPolicy({ GroupName, PolicyName: "p", PolicyDocument: documentOfSize(5121) });
    expect(await refusalOf(tooLarge)).to.deep.equal(
      limit("Maximum policy size of 5120 bytes exceeded for group Readers"),
    );
    expect((await refusalOf(iam.createGroup({ GroupName: "readers" }))).code).to.equal("EntityAlreadyExistsException");
  });
});
