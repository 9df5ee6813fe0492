import { CreateLoginProfileCommand, DeleteLoginProfileCommand, GetLoginProfileCommand } from "@aws-sdk/client-iam";
import * as z from "zod";
import { ifExists, isAwsError } from "../../aws/errors.ts";
import { randomPassword } from "../../aws/password.ts";
import { resource } from "../../resource.ts";

/** `aws.iam.UserLoginProfile`: a password for the console, made here and told once. Its id is the user's name. */
export const userLoginProfile = resource({
  token: "aws:iam/userLoginProfile:UserLoginProfile",
  inputs: {
    passwordLength: z.int().min(5).max(128).default(20),
    passwordResetRequired: z.boolean().optional(),
    user: z.string(),
  },
  outputs: { password: z.string().optional() },
  unsupported: ["pgpKey"],
  replaceOnChanges: ["passwordLength", "passwordResetRequired", "user"],
  computed: ["passwordResetRequired"],
  secrets: ["password"],
  deleteBeforeReplace: true,

  async create(aws, { passwordLength, passwordResetRequired = false, user }) {
    const password = randomPassword(passwordLength);
    const command = new CreateLoginProfileCommand({
      UserName: user,
      Password: password,
      PasswordResetRequired: passwordResetRequired,
    });
    await aws.iam.send(command);
    return { id: user, outputs: { password } };
  },

  async read(aws, id, { password }) {
    const found = await ifExists(aws.iam.send(new GetLoginProfileCommand({ UserName: id })));
    return found && { password, passwordResetRequired: found.LoginProfile?.PasswordResetRequired ?? false, user: id };
  },

  async delete(aws, id) {
    const remove = () => ifExists(aws.iam.send(new DeleteLoginProfileCommand({ UserName: id })));
    await aws.eventually("the login profile to be ready", remove, (error) => {
      return isAwsError(error, "EntityTemporarilyUnmodifiableException");
    });
  },
});
