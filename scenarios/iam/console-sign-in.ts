import { PasswordPolicy } from "../../infra/passwordPolicy.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { changePassword } from "../contract/actions/changePassword.ts";
import { findSignInPage } from "../contract/actions/findSignInPage.ts";
import { getLoginProfile } from "../contract/actions/getLoginProfile.ts";
import { updateLoginProfile } from "../contract/actions/updateLoginProfile.ts";
import { credentialsFileOf } from "../contract/credentialsFile.ts";
import { can, cannot, eventually, fails } from "../contract/expectation.ts";
import { accessKeyOf, administrator } from "../contract/principal.ts";
import { scenario } from "../contract/scenario.ts";

const minimumPasswordLength = 14;

export default scenario({
  id: "iam/console-sign-in",
  title: "Give a user a password for the console, and rules for the next one",
  lesson:
    "A login profile is what lets a user sign in to the console, at the account's own page, and it allows nothing beyond that. The account's password policy says how long a password must be, and whether users may change their own.",
  workshop: "W3 steps 4-7",
  billed: {},
  needs: ["exclusive account"],
  limits: [
    "AWS has no API for signing in: that the user can change the password shows that it is the right one.",
    "An account has one password policy, for all of its users: where others work too, it is left alone and the scenario skipped.",
  ],

  parameters: { allowUsersToChangePassword: false },
  deploy: ({ name, parameters }) => {
    const policy = new PasswordPolicy("policy", { minimumPasswordLength, ...parameters });
    const user = new UnprivilegedUser("user", { userName: name("nextwork-kms-user"), consoleLogin: true });
    const other = new UnprivilegedUser("other", { userName: name("other-user") });
    return { policy, user, other };
  },
  principals: { admin: administrator(), user: accessKeyOf("user"), other: accessKeyOf("other") },
  credentialsFiles: [credentialsFileOf("user")],

  phases: [
    {
      name: "the user can sign in to the console, and whoever has no login profile cannot",
      expect: [
        can("admin", findSignInPage("user"), {
          yields: ({ accountId }) => `https://${accountId}.signin.aws.amazon.com/console`,
        }),
        can("admin", getLoginProfile("user"), { yields: { PasswordResetRequired: false } }),
        fails("admin", getLoginProfile("other"), { code: "NoSuchEntityException" }),
      ],
    },
    {
      name: "users do not change passwords, neither their own nor another's",
      expect: [
        cannot("user", changePassword("user", { length: minimumPasswordLength }), {
          action: "iam:ChangePassword",
          layer: "identity policy",
        }),
        cannot("other", updateLoginProfile("user"), { action: "iam:UpdateLoginProfile", layer: "identity policy" }),
      ],
    },
    {
      name: "the password policy lets users change their own, for one that is long enough",
      set: { allowUsersToChangePassword: true },
      expect: [
        eventually(
          fails("user", changePassword("user", { length: minimumPasswordLength - 1 }), {
            code: "PasswordPolicyViolationException",
            says: "minimum length of 14",
          }),
        ),
        can("user", changePassword("user", { length: minimumPasswordLength })),
        cannot("user", updateLoginProfile("user"), { action: "iam:UpdateLoginProfile", layer: "identity policy" }),
      ],
    },
    {
      name: "the administrator has the user choose a password at the next sign-in",
      expect: [
        can("admin", updateLoginProfile("user")),
        can("admin", getLoginProfile("user"), { yields: { PasswordResetRequired: true } }),
      ],
    },
  ],
});
