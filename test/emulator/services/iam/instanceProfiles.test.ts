import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { trust } from "./document.ts";
import { alreadyExists, deleteConflict, iamClient, limitExceeded, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const InstanceProfileName = "Machines";

describe("IAM instance profiles", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
    for (const RoleName of ["Web", "Batch"]) {
      await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust(`${account}:root`) });
    }
  });
  afterEach(() => emulator.stop());

  it("are made without a role and shown with their tags", async () => {
    const { InstanceProfile: made } = await iam.createInstanceProfile({ InstanceProfileName, Path: "/eu/" });
    expect(made?.InstanceProfileId).to.match(/^AIPA[A-Z2-7]{17}$/);
    expect(made).to.deep.equal({
      Path: "/eu/",
      InstanceProfileName,
      InstanceProfileId: made?.InstanceProfileId,
      Arn: `${account}:instance-profile/eu/${InstanceProfileName}`,
      CreateDate: made?.CreateDate,
      Roles: [],
    });
    expect((await iam.getInstanceProfile({ InstanceProfileName })).InstanceProfile).to.deep.equal({
      ...made,
      Tags: [],
    });
  });

  it("hold one role at most, which is shown with its trust policy", async () => {
    await iam.createInstanceProfile({ InstanceProfileName });
    await iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: "Web" });
    const { InstanceProfile } = await iam.getInstanceProfile({ InstanceProfileName });
    expect(InstanceProfile?.Roles?.map(({ RoleName }) => RoleName)).to.deep.equal(["Web"]);
    expect(decodeURIComponent(InstanceProfile?.Roles?.[0]?.AssumeRolePolicyDocument ?? "")).to.equal(
      trust(`${account}:root`),
    );
    expect(await refusalOf(iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: "Batch" }))).to.deep.equal(
      limitExceeded("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"),
    );
  });

  it("are listed page by page, by path, and for their role", async () => {
    for (const [name, Path] of [
      ["c", "/eu/"],
      ["a", "/eu/"],
      ["b", "/us/"],
    ]) {
      await iam.createInstanceProfile({ InstanceProfileName: name, Path });
    }
    await iam.addRoleToInstanceProfile({ InstanceProfileName: "c", RoleName: "Web" });
    const names = (profiles: readonly { InstanceProfileName?: string }[] = []) =>
      profiles.map(({ InstanceProfileName: name }) => name);
    const first = await iam.listInstanceProfiles({ MaxItems: 2 });
    expect([names(first.InstanceProfiles), first.IsTruncated]).to.deep.equal([["a", "b"], true]);
    const second = await iam.listInstanceProfiles({ MaxItems: 2, Marker: first.Marker });
    expect([names(second.InstanceProfiles), second.IsTruncated]).to.deep.equal([["c"], false]);
    expect(names((await iam.listInstanceProfiles({ PathPrefix: "/eu/" })).InstanceProfiles)).to.deep.equal(["a", "c"]);
    const ofRole = async (RoleName: string) =>
      names((await iam.listInstanceProfilesForRole({ RoleName })).InstanceProfiles);
    expect([await ofRole("Web"), await ofRole("Batch")]).to.deep.equal([["c"], []]);
  });

  it("and their roles are deleted after they have been parted", async () => {
    await iam.createInstanceProfile({ InstanceProfileName });
    await iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: "Web" });
    const conflict = deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
    expect(await refusalOf(iam.deleteInstanceProfile({ InstanceProfileName }))).to.deep.equal(conflict);
    expect(await refusalOf(iam.deleteRole({ RoleName: "Web" }))).to.deep.equal(conflict);
    await iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName: "Web" });
    await iam.deleteRole({ RoleName: "Web" });
    await iam.deleteInstanceProfile({ InstanceProfileName });
    expect(await refusalOf(iam.getInstanceProfile({ InstanceProfileName }))).to.deep.equal(
      noSuchEntity("Instance Profile Machines cannot be found."),
    );
  });

  it("have names that differ in more than case, and errors for what is not there", async () => {
    await iam.createInstanceProfile({ InstanceProfileName });
    const missing = { InstanceProfileName: "nothing", RoleName: "Web" };
    const cases = [
      {
        call: iam.createInstanceProfile({ InstanceProfileName: "MACHINES" }),
        expected: alreadyExists("Instance Profile MACHINES already exists."),
      },
      {
        call: iam.addRoleToInstanceProfile(missing),
        expected: noSuchEntity("Instance Profile nothing cannot be found."),
      },
      {
        call: iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: "nobody" }),
        expected: noSuchEntity("The role with name nobody cannot be found."),
      },
      {
        call: iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName: "Web" }),
        expected: noSuchEntity("Role Web in Instance Profile Machines cannot be found."),
      },
    ];
    for (const { call, expected } of cases) expect(await refusalOf(call)).to.deep.equal(expected);
  });
});
