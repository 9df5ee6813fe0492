import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListUsersCommand,
  SetDefaultPolicyVersionCommand,
  type ListPoliciesCommandInput,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, documentOfSize, trust } from "./document.ts";

const account = "arn:aws:iam::000000000000";
const conflict = (message: string) => ({ code: "DeleteConflictException", message, status: 409 });

describe("IAM managed policies", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  const create = async (PolicyName: string, PolicyDocument = allow("iam:ListUsers"), Path?: string) =>
    (await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument, Path }))).Policy?.Arn ?? "";

  it("are made with path, description and tags, and shown without their document", async () => {
    const { Policy } = await iam.send(
      new CreatePolicyCommand({
        PolicyName: "First",
        Path: "/lab/",
        PolicyDocument: allow("s3:Get*"),
        Description: "reads",
        Tags: [{ Key: "team", Value: "blue" }],
      }),
    );
    const common = {
      PolicyName: "First",
      PolicyId: "",
      Arn: `${account}:policy/lab/First`,
      Path: "/lab/",
      DefaultVersionId: "v1",
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: "",
      UpdateDate: "",
      Tags: [{ Key: "team", Value: "blue" }],
    };
    const unstable = { PolicyId: "", CreateDate: "", UpdateDate: "" };
    expect(Policy?.PolicyId).to.match(/^ANPA[A-Z2-7]{17}$/);
    expect({ ...Policy, ...unstable }).to.deep.equal(common);
    const shown = await iam.send(new GetPolicyCommand({ PolicyArn: Policy?.Arn }));
    expect({ ...shown.Policy, ...unstable }).to.deep.equal({ ...common, Description: "reads" });
    expect(
      await refusalOf(iam.send(new CreatePolicyCommand({ PolicyName: "first", PolicyDocument: allow("s3:Get*") }))),
    ).to.deep.equal({
      code: "EntityAlreadyExistsException",
      message: "A policy called first already exists. Duplicate names are not allowed.",
      status: 409,
    });
  });

  it("of AWS are shown with their default version and cannot be changed, not even by root", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    expect([Policy?.PolicyName, Policy?.DefaultVersionId, Policy?.CreateDate?.toISOString()]).to.deep.equal([
      "AdministratorAccess",
      "v1",
      "2015-02-06T18:39:46.000Z",
    ]);
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" }));
    expect(JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? ""))).to.deep.equal({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });
    expect(await refusalOf(iam.send(new DeletePolicyCommand({ PolicyArn })))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${account}:root is not authorized to perform: iam:DeletePolicy on resource: policy ${PolicyArn} because no resource-based policy allows the iam:DeletePolicy action`,
      status: 403,
    });
  });

  it("put a new default version in force wherever they are attached", async () => {
    const PolicyArn = await create("Versions");
    const { clients } = await createUser(emulator, "Versioned");
    await iam.send(new AttachUserPolicyCommand({ UserName: "Versioned", PolicyArn }));
    const listUsers = () => clients.iam.send(new ListUsersCommand({}));
    await listUsers();
    const PolicyDocument = allow("iam:ListRoles");
    const { PolicyVersion } = await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument }));
    expect({ ...PolicyVersion, CreateDate: "" }).to.deep.equal({
      VersionId: "v2",
      IsDefaultVersion: false,
      CreateDate: "",
    });
    await listUsers();
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: "v2" }));
    expect((await refusalOf(listUsers())).code).to.equal("AccessDenied");
    await iam.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow("iam:List*"), SetAsDefault: true }),
    );
    await listUsers();
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).to.deep.equal([
      ["v3", true],
      ["v2", false],
      ["v1", false],
    ]);
  });

  it("have five versions at most, whose numbers are never used again", async () => {
    const PolicyArn = await create("Five");
    const add = async () =>
      (await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow("s3:Get*") }))).PolicyVersion
        ?.VersionId;
    for (const id of ["v2", "v3", "v4", "v5"]) expect(await add()).to.equal(id);
    expect(await refusalOf(add())).to.deep.equal({
      code: "LimitExceededException",
      message:
        "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
      status: 409,
    });
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: "v5" }));
    expect(await add()).to.equal("v6");
    const gone = iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: "v5" }));
    expect(await refusalOf(gone)).to.deep.equal({
      code: "NoSuchEntityException",
      message: `Policy ${PolicyArn} version v5 does not exist or is not attachable.`,
      status: 404,
    });
  });

  it("are 6144 characters at most, not counting white space", async () => {
    const PolicyArn = await create("Large", documentOfSize(6144));
    const refused = {
      code: "LimitExceededException",
      message: "Cannot exceed quota for PolicySize: 6144",
      status: 409,
    };
    const PolicyDocument = documentOfSize(6145);
    expect(await refusalOf(create("Larger", PolicyDocument))).to.deep.equal(refused);
    expect(await refusalOf(iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument })))).to.deep.equal(
      refused,
    );
  });

  it("can be deleted when they are attached nowhere and have one version", async () => {
    const PolicyArn = await create("Deleted");
    await createUser(emulator, "Deleter");
    await iam.send(new AttachUserPolicyCommand({ UserName: "Deleter", PolicyArn }));
    const remove = () => iam.send(new DeletePolicyCommand({ PolicyArn }));
    expect(await refusalOf(remove())).to.deep.equal(conflict("Cannot delete a policy attached to entities."));
    await iam.send(new DetachUserPolicyCommand({ UserName: "Deleter", PolicyArn }));
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: allow("s3:Get*") }));
    expect(await refusalOf(remove())).to.deep.equal(
      conflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      ),
    );
    const removeVersion = (VersionId: string) => iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    expect(await refusalOf(removeVersion("v1"))).to.deep.equal(
      conflict("Cannot delete the default version of a policy."),
    );
    await removeVersion("v2");
    await remove();
    expect(await refusalOf(remove())).to.deep.equal({
      code: "NoSuchEntityException",
      message: `Policy ${PolicyArn} was not found.`,
      status: 404,
    });
  });

  it("tell whom they are attached to", async () => {
    const PolicyArn = await create("Entities");
    const user = await createUser(emulator, "Entity");
    const { Role } = await iam.send(
      new CreateRoleCommand({ RoleName: "Entity", Path: "/r/", AssumeRolePolicyDocument: trust(user.arn) }),
    );
    await iam.send(new AttachUserPolicyCommand({ UserName: "Entity", PolicyArn }));
    await iam.send(new AttachRolePolicyCommand({ RoleName: "Entity", PolicyArn }));
    const users = [{ UserName: "Entity", UserId: user.id }];
    const roles = [{ RoleName: "Entity", RoleId: Role?.RoleId }];
    const cases = [
      { filter: {}, expected: [users, roles] },
      { filter: { EntityFilter: "User" as const }, expected: [users, []] },
      { filter: { EntityFilter: "Role" as const }, expected: [[], roles] },
      { filter: { EntityFilter: "Group" as const }, expected: [[], []] },
      { filter: { PathPrefix: "/r/" }, expected: [[], roles] },
    ];
    for (const { filter, expected } of cases) {
      const answer = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn, ...filter }));
      expect([answer.PolicyUsers, answer.PolicyRoles, answer.PolicyGroups]).to.deep.equal([...expected, []]);
    }
    expect((await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.AttachmentCount).to.equal(2);
  });

  it("are listed by scope, path and attachment, page by page", async () => {
    const own = await startTestEmulator();
    const client = clientsFor(own).iam;
    const names = async (input: ListPoliciesCommandInput) => {
      const { Policies = [], IsTruncated, Marker } = await client.send(new ListPoliciesCommand(input));
      return { names: Policies.map(({ PolicyName }) => PolicyName), IsTruncated, Marker };
    };
    for (const PolicyName of ["b", "a"]) {
      await client.send(
        new CreatePolicyCommand({ PolicyName, Path: `/${PolicyName}/`, PolicyDocument: allow("s3:Get*") }),
      );
    }
    await createUser(own, "Lister");
    await client.send(new AttachUserPolicyCommand({ UserName: "Lister", PolicyArn: `${account}:policy/b/b` }));
    expect((await names({ Scope: "Local" })).names).to.deep.equal(["a", "b"]);
    expect((await names({ Scope: "Local", PathPrefix: "/a/" })).names).to.deep.equal(["a"]);
    expect((await names({ OnlyAttached: true })).names).to.deep.equal(["b"]);
    expect((await names({ Scope: "AWS" })).names)
      .to.include("AmazonDynamoDBFullAccess")
      .and.not.include("a");
    const first = await names({ Scope: "Local", MaxItems: 1 });
    expect(first.IsTruncated).to.equal(true);
    expect(await names({ Scope: "Local", MaxItems: 1, Marker: first.Marker })).to.deep.equal({
      names: ["b"],
      IsTruncated: false,
      Marker: undefined,
    });
    await own.stop();
  });
});
