import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { fieldOf } from "./fieldOf.ts";
import { policy } from "./policy.ts";
import { profileSteps } from "./profileSteps.ts";
import { tagList, tags } from "./tagList.ts";

/** Long enough for the password policies of the scenarios. */
const password = "Correct-Horse-Battery-7";

const user = mapping(
  z.strictObject({ name: z.string(), forceDestroy: z.boolean(), permissionsBoundary: z.string().optional(), tags }),
  ({ name, permissionsBoundary, tags }) => [
    {
      operation: "iam create-user",
      options: { "user-name": name, "permissions-boundary": permissionsBoundary, tags: tagList(tags) },
    },
  ],
);

/** The key that a user is made with is `<user>-access-key`, and used under the user's name; a further one under its own. */
const accessKey = mapping(
  z.strictObject({ user: z.string(), status: z.literal("Active").optional() }),
  ({ user }, { name }) => [
    {
      operation: "iam create-access-key",
      options: { "user-name": user },
      into: { variable: "ACCESS_KEY", query: "AccessKey.[AccessKeyId,SecretAccessKey]" },
    },
    ...profileSteps(name.endsWith("-access-key") ? user : name, {
      accessKeyId: fieldOf("ACCESS_KEY", 1),
      secretAccessKey: fieldOf("ACCESS_KEY", 2),
    }),
  ],
);

const loginProfile = mapping(
  z.strictObject({ user: z.string(), passwordLength: z.number(), passwordResetRequired: z.boolean() }),
  ({ user, passwordResetRequired }) => [
    {
      operation: "iam create-login-profile",
      options: {
        "user-name": user,
        password,
        [passwordResetRequired ? "password-reset-required" : "no-password-reset-required"]: true,
      },
    },
  ],
);

const userPolicy = mapping(z.strictObject({ name: z.string(), policy, user: z.string() }), ({ name, policy, user }) => [
  {
    operation: "iam put-user-policy",
    options: { "user-name": user, "policy-name": name, "policy-document": policy },
  },
]);

const userPolicyAttachment = mapping(
  z.strictObject({ policyArn: z.string(), user: z.string() }),
  ({ policyArn, user }) => [
    { operation: "iam attach-user-policy", options: { "user-name": user, "policy-arn": policyArn } },
  ],
);

const role = mapping(
  z.strictObject({ assumeRolePolicy: policy, name: z.string(), tags }),
  ({ assumeRolePolicy, name, tags }) => [
    {
      operation: "iam create-role",
      options: { "role-name": name, "assume-role-policy-document": assumeRolePolicy, tags: tagList(tags) },
    },
  ],
);

const rolePolicy = mapping(z.strictObject({ name: z.string(), policy, role: z.string() }), ({ name, policy, role }) => [
  {
    operation: "iam put-role-policy",
    options: { "role-name": role, "policy-name": name, "policy-document": policy },
  },
]);

const rolePolicyAttachment = mapping(
  z.strictObject({ policyArn: z.string(), role: z.string() }),
  ({ policyArn, role }) => [
    { operation: "iam attach-role-policy", options: { "role-name": role, "policy-arn": policyArn } },
  ],
);

const passwordPolicy = mapping(
  z.strictObject({
    allowUsersToChangePassword: z.boolean(),
    minimumPasswordLength: z.number(),
    requireLowercaseCharacters: z.boolean(),
    requireNumbers: z.boolean(),
    requireSymbols: z.boolean(),
    requireUppercaseCharacters: z.boolean(),
  }),
  (inputs) => [
    {
      operation: "iam update-account-password-policy",
      options: {
        "minimum-password-length": inputs.minimumPasswordLength,
        "require-lowercase-characters": inputs.requireLowercaseCharacters,
        "require-numbers": inputs.requireNumbers,
        "require-symbols": inputs.requireSymbols,
        "require-uppercase-characters": inputs.requireUppercaseCharacters,
        "allow-users-to-change-password": inputs.allowUsersToChangePassword,
      },
    },
  ],
);

export const iamMappings: Readonly<Record<string, Mapping>> = {
  "aws:iam/user:User": user,
  "aws:iam/accessKey:AccessKey": accessKey,
  "aws:iam/userLoginProfile:UserLoginProfile": loginProfile,
  "aws:iam/userPolicy:UserPolicy": userPolicy,
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": userPolicyAttachment,
  "aws:iam/role:Role": role,
  "aws:iam/rolePolicy:RolePolicy": rolePolicy,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": rolePolicyAttachment,
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": passwordPolicy,
};
