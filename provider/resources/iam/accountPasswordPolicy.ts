import {
  DeleteAccountPasswordPolicyCommand,
  GetAccountPasswordPolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists } from "../../aws/errors.ts";
import { resource } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  allowUsersToChangePassword: z.boolean().default(true),
  hardExpiry: z.boolean().optional(),
  /** In days; 0 means that passwords do not expire. */
  maxPasswordAge: z.int().min(0).max(1095).optional(),
  minimumPasswordLength: z.int().min(6).max(128).default(6),
  /** How many passwords back; 0 means that any may come again. */
  passwordReusePrevention: z.int().min(0).max(24).optional(),
  requireLowercaseCharacters: z.boolean().optional(),
  requireNumbers: z.boolean().optional(),
  requireSymbols: z.boolean().optional(),
  requireUppercaseCharacters: z.boolean().optional(),
};

/** `aws.iam.AccountPasswordPolicy`: the one of the account. Deleting it brings AWS's default back. */
export const accountPasswordPolicy = resource({
  token: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  inputs,
  outputs: { expirePasswords: z.boolean() },
  unsupported: [],
  replaceOnChanges: [],
  computed: [
    "hardExpiry",
    "maxPasswordAge",
    "passwordReusePrevention",
    "requireLowercaseCharacters",
    "requireNumbers",
    "requireSymbols",
    "requireUppercaseCharacters",
  ],

  async create(aws, wanted) {
    await put(aws, wanted);
    return { id: "iam-account-password-policy" };
  },

  async read(aws) {
    const found = await ifExists(aws.iam.send(new GetAccountPasswordPolicyCommand()));
    const policy = found?.PasswordPolicy;
    return (
      policy && {
        allowUsersToChangePassword: policy.AllowUsersToChangePassword ?? false,
        expirePasswords: policy.ExpirePasswords ?? false,
        hardExpiry: policy.HardExpiry ?? false,
        maxPasswordAge: policy.MaxPasswordAge ?? 0,
        minimumPasswordLength: policy.MinimumPasswordLength ?? 6,
        passwordReusePrevention: policy.PasswordReusePrevention ?? 0,
        requireLowercaseCharacters: policy.RequireLowercaseCharacters ?? false,
        requireNumbers: policy.RequireNumbers ?? false,
        requireSymbols: policy.RequireSymbols ?? false,
        requireUppercaseCharacters: policy.RequireUppercaseCharacters ?? false,
      }
    );
  },

  update: (aws, _id, _current, wanted) => put(aws, wanted),

  async delete(aws) {
    await ifExists(aws.iam.send(new DeleteAccountPasswordPolicyCommand()));
  },
});

/** IAM takes no 0: what is not limited is left out (IAM API Reference, UpdateAccountPasswordPolicy). */
async function put(aws: Aws, wanted: Parsed<typeof inputs>): Promise<void> {
  const command = new UpdateAccountPasswordPolicyCommand({
    AllowUsersToChangePassword: wanted.allowUsersToChangePassword,
    HardExpiry: wanted.hardExpiry,
    MaxPasswordAge: wanted.maxPasswordAge === 0 ? undefined : wanted.maxPasswordAge,
    MinimumPasswordLength: wanted.minimumPasswordLength,
    PasswordReusePrevention: wanted.passwordReusePrevention === 0 ? undefined : wanted.passwordReusePrevention,
    RequireLowercaseCharacters: wanted.requireLowercaseCharacters,
    RequireNumbers: wanted.requireNumbers,
    RequireSymbols: wanted.requireSymbols,
    RequireUppercaseCharacters: wanted.requireUppercaseCharacters,
  });
  await aws.iam.send(command);
}
