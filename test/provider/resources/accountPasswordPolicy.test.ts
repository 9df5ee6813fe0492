import { lives } from "../life.ts";
import { onEmbeddedAws } from "../running.ts";

describe("the password policy of an account, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    inputs: () => ({ maxPasswordAge: 90, minimumPasswordLength: 14, requireSymbols: true }),
    id: () => "iam-account-password-policy",
    state: () => ({
      allowUsersToChangePassword: true,
      expirePasswords: true,
      hardExpiry: false,
      maxPasswordAge: 90,
      minimumPasswordLength: 14,
      passwordReusePrevention: 0,
      requireLowercaseCharacters: false,
      requireNumbers: false,
      requireSymbols: true,
      requireUppercaseCharacters: false,
    }),
    update: {
      inputs: { allowUsersToChangePassword: false, maxPasswordAge: 0, passwordReusePrevention: 3 },
      state: { expirePasswords: false },
    },
    replacement: { inputs: { minimumPasswordLength: 8 }, replaces: [], oldGoesFirst: false },
  });
});
