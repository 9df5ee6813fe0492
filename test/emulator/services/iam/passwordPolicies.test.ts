import type { IAM, UpdateAccountPasswordPolicyCommandInput } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { iamClient, noSuchEntity } from "./iamClient.ts";

const violation = (message: string) => ({ code: "PasswordPolicyViolationException", message, status: 400 });
const reused = violation("Policy constraint violation with password reuse prevention during password change.");

describe("The password policy of an account", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  it("is set as a whole: what is left out goes back to its default", async () => {
    const none = {
      MinimumPasswordLength: 6,
      RequireSymbols: false,
      RequireNumbers: false,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      ExpirePasswords: false,
    };
    const all = {
      MinimumPasswordLength: 10,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      MaxPasswordAge: 60,
      PasswordReusePrevention: 3,
      HardExpiry: true,
    };
    await iam.updateAccountPasswordPolicy(all);
    const get = async () => (await iam.getAccountPasswordPolicy({})).PasswordPolicy;
    expect(await get()).to.deep.equal({ ...all, ExpirePasswords: true });
    await iam.updateAccountPasswordPolicy({});
    expect(await get()).to.deep.equal(none);
    await iam.deleteAccountPasswordPolicy({});
    expect(await refusalOf(get())).to.deep.equal(
      noSuchEntity("The Password Policy with domain name 000000000000 cannot be found."),
    );
    expect(await refusalOf(iam.deleteAccountPasswordPolicy({}))).to.deep.equal(
      noSuchEntity("The account policy with name PasswordPolicy cannot be found."),
    );
  });

  const cases: {
    policy: Omit<UpdateAccountPasswordPolicyCommandInput, "$">;
    weak: string;
    good: string;
    message: string;
  }[] = [
    { policy: {}, weak: "short", good: "abcdef", message: "Password should have a minimum length of 6" },
    {
      policy: { MinimumPasswordLength: 14 },
      weak: "Correct-Horse",
      good: "Correct-Horse1",
      message: "Password should have a minimum length of 14",
    },
    {
      policy: { RequireUppercaseCharacters: true },
      weak: "correct-1",
      good: "Correct",
      message: "Password should have at least one uppercase letter",
    },
    {
      policy: { RequireLowercaseCharacters: true },
      weak: "CORRECT-1",
      good: "CORRECt",
      message: "Password should have at least one lowercase letter",
    },
    {
      policy: { RequireNumbers: true },
      weak: "Correct-",
      good: "correct1",
      message: "Password should have at least one number",
    },
    {
      policy: { RequireSymbols: true },
      weak: "Correct1",
      good: "correct|",
      message: "Password should have at least one symbol",
    },
  ];
  for (const { policy, weak, good, message } of cases) {
    it(`${JSON.stringify(policy)} refuses '${weak}' and lets '${good}' in, for new passwords and changed ones`, async () => {
      await iam.updateAccountPasswordPolicy(policy);
      const UserName = "Ada";
      await iam.createUser({ UserName });
      expect(await refusalOf(iam.createLoginProfile({ UserName, Password: weak }))).to.deep.equal(violation(message));
      await iam.createLoginProfile({ UserName, Password: good });
      expect(await refusalOf(iam.updateLoginProfile({ UserName, Password: weak }))).to.deep.equal(violation(message));
      await iam.updateLoginProfile({ UserName, Password: `${good}2` });
    });
  }

  it("can forbid the last passwords, and no more of them than it says", async () => {
    await iam.updateAccountPasswordPolicy({ PasswordReusePrevention: 2 });
    const UserName = "Ada";
    await iam.createUser({ UserName });
    await iam.createLoginProfile({ UserName, Password: "first-1" });
    for (const Password of ["second-2", "third-3"]) await iam.updateLoginProfile({ UserName, Password });
    for (const Password of ["third-3", "second-2"]) {
      expect(await refusalOf(iam.updateLoginProfile({ UserName, Password })), Password).to.deep.equal(reused);
    }
    await iam.updateLoginProfile({ UserName, Password: "first-1" });
  });

  describe("and ChangePassword:", () => {
    const change = { OldPassword: "Correct-Horse-1", NewPassword: "Correct-Horse-2" };
    const signedUp = async () => {
      const ada = await createUser(emulator, "Ada");
      const Password = change.OldPassword;
      await iam.createLoginProfile({ UserName: "Ada", Password, PasswordResetRequired: true });
      return iamClient(emulator, ada.credentials);
    };
    const permit = (Effect: "Allow" | "Deny") =>
      iam.putUserPolicy({
        UserName: "Ada",
        PolicyName: "own",
        PolicyDocument: JSON.stringify({ Statement: { Effect, Action: "iam:ChangePassword", Resource: "*" } }),
      });

    it("a user changes the own password, who knows the old one", async () => {
      const ada = await signedUp();
      expect((await refusalOf(ada.changePassword(change))).message).to.contain(
        "is not authorized to perform: iam:ChangePassword on resource: user Ada because no identity-based policy allows",
      );
      await permit("Allow");
      expect(await refusalOf(ada.changePassword({ ...change, OldPassword: "wrong" }))).to.deep.equal({
        code: "AccessDenied",
        message: "The old password was incorrect.",
        status: 403,
      });
      expect((await refusalOf(ada.changePassword({ ...change, NewPassword: "weak" }))).code).to.equal(
        "PasswordPolicyViolationException",
      );
      await ada.changePassword(change);
      expect((await iam.getLoginProfile({ UserName: "Ada" })).LoginProfile?.PasswordResetRequired).to.equal(false);
      await ada.changePassword({ OldPassword: change.NewPassword, NewPassword: change.OldPassword });
      expect(JSON.stringify(emulator.instance.audit.eventsOf("000000000000"))).not.to.contain("Correct-Horse");
    });

    it("the policy can let every user do so, but no Deny is overridden", async () => {
      const ada = await signedUp();
      await iam.updateAccountPasswordPolicy({ AllowUsersToChangePassword: true });
      await ada.getAccountPasswordPolicy({});
      await ada.changePassword(change);
      await permit("Deny");
      expect((await refusalOf(ada.changePassword(change))).code).to.equal("AccessDenied");
    });

    it("the root user and users without a password have none to change", async () => {
      expect(await refusalOf(iam.changePassword(change))).to.deep.equal({
        code: "InvalidUserTypeException",
        message: "Only IAM Users can change their own password.",
        status: 400,
      });
      const bob = await createUser(emulator, "Bob", [{ Effect: "Allow", Action: "iam:*", Resource: "*" }]);
      expect(await refusalOf(iamClient(emulator, bob.credentials).changePassword(change))).to.deep.equal(
        noSuchEntity("Login Profile for User Bob cannot be found."),
      );
    });
  });
});
