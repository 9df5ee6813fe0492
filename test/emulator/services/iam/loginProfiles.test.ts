import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteLoginProfileCommand,
  GetLoginProfileCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const Password = "Correct-Horse-1";

describe("IAM login profiles", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  const missing = (name: string) => ({
    code: "NoSuchEntityException",
    message: `Login Profile for User ${name} cannot be found.`,
    status: 404,
  });

  it("are made, shown, changed and deleted, one for each user", async () => {
    const UserName = "Ada";
    await iam.send(new CreateUserCommand({ UserName }));
    const get = async () => (await iam.send(new GetLoginProfileCommand({ UserName }))).LoginProfile;
    expect(await refusalOf(get())).to.deep.equal(missing(UserName));
    const { LoginProfile } = await iam.send(new CreateLoginProfileCommand({ UserName, Password }));
    expect(LoginProfile?.CreateDate).to.be.instanceOf(Date);
    expect({ ...LoginProfile, CreateDate: "" }).to.deep.equal({
      UserName,
      CreateDate: "",
      PasswordResetRequired: false,
    });
    expect(await get()).to.deep.equal(LoginProfile);
    expect(await refusalOf(iam.send(new CreateLoginProfileCommand({ UserName, Password })))).to.deep.equal({
      code: "EntityAlreadyExistsException",
      message: "Login Profile for user Ada already exists.",
      status: 409,
    });
    await iam.send(new UpdateLoginProfileCommand({ UserName, PasswordResetRequired: true }));
    expect((await get())?.PasswordResetRequired).to.equal(true);
    await iam.send(new UpdateLoginProfileCommand({ UserName, Password: "Another-Horse-2" }));
    expect((await get())?.PasswordResetRequired).to.equal(true);
    await iam.send(new DeleteLoginProfileCommand({ UserName }));
    for (const call of [
      get(),
      iam.send(new DeleteLoginProfileCommand({ UserName })),
      iam.send(new UpdateLoginProfileCommand({ UserName, Password })),
    ]) {
      expect(await refusalOf(call)).to.deep.equal(missing(UserName));
    }
  });

  it("are found by the user without a name, and by nobody else so", async () => {
    const user = await createUser(emulator, "Own", [{ Effect: "Allow", Action: "iam:*", Resource: "*" }]);
    expect(await refusalOf(user.clients.iam.send(new GetLoginProfileCommand({})))).to.deep.equal(missing("Own"));
    expect((await refusalOf(iam.send(new GetLoginProfileCommand({})))).code).to.equal("ValidationError");
  });

  describe("hold the account's default password policy:", () => {
    const more = (count: number, ...missing: string[]) =>
      `Password should meet ${count} more of the following requirements: ${missing.map((what) => `Password should have at least one ${what}`).join(", ")}`;
    const cases: { password: string; message?: string }[] = [
      { password: "Abcdef1", message: "Password should have a minimum length of 8" },
      { password: "abcdefgh", message: more(2, "uppercase letter", "number", "symbol") },
      { password: "abcdefg1", message: more(1, "uppercase letter", "symbol") },
      { password: "Abcdefgh", message: more(1, "number", "symbol") },
      { password: "Abcdefg1" },
      { password: "abcdefg1!" },
      { password: "ABCDEFG1'" },
      { password: `Aa1${"x".repeat(125)}` },
    ];
    for (const [index, { password, message }] of cases.entries()) {
      it(`'${password}' is ${message === undefined ? "accepted" : "refused"}`, async () => {
        const UserName = `Policy-${index}`;
        await iam.send(new CreateUserCommand({ UserName }));
        const attempt = iam.send(new CreateLoginProfileCommand({ UserName, Password: password }));
        if (message === undefined) {
          expect((await attempt).LoginProfile?.UserName).to.equal(UserName);
        } else {
          expect(await refusalOf(attempt)).to.deep.equal({
            code: "PasswordPolicyViolationException",
            message,
            status: 400,
          });
          expect(await refusalOf(iam.send(new GetLoginProfileCommand({ UserName })))).to.deep.equal(missing(UserName));
        }
      });
    }

    it("no password at all is refused", async () => {
      await iam.send(new CreateUserCommand({ UserName: "Without" }));
      expect((await refusalOf(iam.send(new CreateLoginProfileCommand({ UserName: "Without" })))).message).to.equal(
        "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
      );
    });
  });

  it("show the password nowhere: not in memory, not in the audit log, not in errors", async () => {
    const UserName = "Secret";
    await iam.send(new CreateUserCommand({ UserName }));
    await iam.send(new CreateLoginProfileCommand({ UserName, Password }));
    await iam.send(new UpdateLoginProfileCommand({ UserName, Password: "Another-Horse-2" }));
    const weak = await refusalOf(iam.send(new UpdateLoginProfileCommand({ UserName, Password: "weak-one" })));
    const profile = emulator.instance.account("000000000000").iam.users.find(UserName)?.loginProfile;
    const everything = JSON.stringify([
      emulator.instance.audit.eventsOf("000000000000"),
      profile,
      profile?.password.hash.toString("latin1"),
      weak,
    ]);
    for (const secret of [Password, "Another-Horse-2", "weak-one"]) expect(everything).not.to.contain(secret);
    expect(profile?.password.hash).to.have.length(32);
  });
});
