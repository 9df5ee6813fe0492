import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  ListInstanceProfilesForRoleCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateRoleDescriptionCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow, document, trust } from "./document.ts";

const root = "arn:aws:iam::000000000000:root";

describe("IAM roles", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  const create = (RoleName: string, AssumeRolePolicyDocument = trust(root)) =>
    iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const get = async (RoleName: string) => (await iam.send(new GetRoleCommand({ RoleName }))).Role;
  const trustPolicyOf = async (RoleName: string) =>
    decodeURIComponent((await get(RoleName))?.AssumeRolePolicyDocument ?? "");

  it("are made with path, description, longest session and tags, and shown with them", async () => {
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName: "Full",
        Path: "/lab/",
        AssumeRolePolicyDocument: trust(root),
        Description: "a role",
        MaxSessionDuration: 7200,
        Tags: [{ Key: "team", Value: "blue" }],
      }),
    );
    expect(Role?.RoleId).to.match(/^AROA[A-Z2-7]{17}$/);
    const unstable = { RoleId: "", CreateDate: "" };
    const created = {
      Path: "/lab/",
      RoleName: "Full",
      Arn: "arn:aws:iam::000000000000:role/lab/Full",
      AssumeRolePolicyDocument: encodeURIComponent(trust(root)),
      ...unstable,
    };
    const Tags = [{ Key: "team", Value: "blue" }];
    expect({ ...Role, ...unstable }).to.deep.equal({ ...created, Tags });
    const details = { Description: "a role", MaxSessionDuration: 7200 };
    expect({ ...(await get("Full")), ...unstable }).to.deep.equal({ ...created, ...details, Tags, RoleLastUsed: {} });
    const { Roles = [] } = await iam.send(new ListRolesCommand({ PathPrefix: "/lab/" }));
    expect(Roles.map((role) => ({ ...role, ...unstable }))).to.deep.equal([{ ...created, ...details }]);
  });

  it("have unique names without regard to case", async () => {
    await create("Case");
    expect(await refusalOf(create("CASE"))).to.deep.equal({
      code: "EntityAlreadyExistsException",
      message: "Role with name CASE already exists.",
      status: 409,
    });
  });

  it("change their description and longest session, each without the other", async () => {
    await create("Changed");
    await iam.send(new UpdateRoleCommand({ RoleName: "Changed", MaxSessionDuration: 43_200 }));
    await iam.send(new UpdateRoleCommand({ RoleName: "Changed", Description: "new" }));
    const first = await get("Changed");
    expect([first?.Description, first?.MaxSessionDuration]).to.deep.equal(["new", 43_200]);
    const { Role } = await iam.send(new UpdateRoleDescriptionCommand({ RoleName: "Changed", Description: "newer" }));
    expect([Role?.Description, Role?.MaxSessionDuration]).to.deep.equal(["newer", undefined]);
    const second = await get("Changed");
    expect([second?.Description, second?.MaxSessionDuration]).to.deep.equal(["newer", 43_200]);
    expect(
      (await refusalOf(iam.send(new UpdateRoleCommand({ RoleName: "Changed", MaxSessionDuration: 3599 })))).message,
    ).to.equal(
      "1 validation error detected: Value '3599' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
    );
  });

  it("are listed page by page", async () => {
    for (const RoleName of ["page-b", "page-a"]) {
      await iam.send(new CreateRoleCommand({ RoleName, Path: "/page/", AssumeRolePolicyDocument: trust(root) }));
    }
    const list = (Marker?: string) => iam.send(new ListRolesCommand({ PathPrefix: "/page/", MaxItems: 1, Marker }));
    const first = await list();
    const second = await list(first.Marker);
    expect([first, second].map(({ Roles, IsTruncated }) => [Roles?.[0]?.RoleName, IsTruncated])).to.deep.equal([
      ["page-a", true],
      ["page-b", false],
    ]);
  });

  it("are deleted when no policy is theirs any more", async () => {
    const RoleName = "Deleted";
    await create(RoleName);
    const remove = () => iam.send(new DeleteRoleCommand({ RoleName }));
    const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "p", PolicyDocument: allow("s3:Get*") }));
    const conflict = (sentence: string) => ({
      code: "DeleteConflictException",
      message: `Cannot delete entity, ${sentence}.`,
      status: 409,
    });
    expect(await refusalOf(remove())).to.deep.equal(conflict("must detach all policies first"));
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    expect(await refusalOf(remove())).to.deep.equal(conflict("must delete policies first"));
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "p" }));
    expect((await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName }))).InstanceProfiles).to.deep.equal([]);
    await remove();
    const missing = {
      code: "NoSuchEntityException",
      message: "The role with name Deleted cannot be found.",
      status: 404,
    };
    for (const call of [
      remove(),
      get(RoleName),
      iam.send(new ListInstanceProfilesForRoleCommand({ RoleName })),
      iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust(root) })),
    ]) {
      expect(await refusalOf(call)).to.deep.equal(missing);
    }
  });

  it("trust services, accounts, users and roles of other accounts", async () => {
    const stranger = await createUser(emulator, "Stranger", [], "111111111111");
    const elsewhere = clientsFor(emulator, rootOf("111111111111")).iam;
    const { Role } = await elsewhere.send(
      new CreateRoleCommand({ RoleName: "There", AssumeRolePolicyDocument: trust(stranger.arn) }),
    );
    const text = document(
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
      { Effect: "Allow", Principal: { AWS: ["222222222222", stranger.arn, Role?.Arn] }, Action: "sts:AssumeRole" },
    );
    await create("Trusting", text);
    expect(await trustPolicyOf("Trusting")).to.equal(text);
  });

  it("show a trusted user who is gone under the unique id, also when there is a namesake", async () => {
    const { User } = await iam.send(new CreateUserCommand({ UserName: "Leaver" }));
    const arn = User?.Arn ?? "";
    await create("Remembering", trust(arn));
    expect(await trustPolicyOf("Remembering")).to.equal(trust(arn));
    await iam.send(new DeleteUserCommand({ UserName: "Leaver" }));
    expect(await trustPolicyOf("Remembering")).to.equal(trust(User?.UserId ?? ""));
    await iam.send(new CreateUserCommand({ UserName: "Leaver" }));
    expect(await trustPolicyOf("Remembering")).to.equal(trust(User?.UserId ?? ""));
  });
});
