import type { CreateUserCommandInput, CreateUserCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { shownUser } from "../shownUser.ts";
import { checkQuota } from "../quotas.ts";
import { newTags, requestTags } from "../tags.ts";
import { User } from "../user.ts";

/** Makes a user. */
export const createUser = operation<Input<CreateUserCommandInput>, Output<CreateUserCommandOutput>>({
  service: "iam",
  name: "CreateUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html",
  readOnly: false,
  unsupported: ["PermissionsBoundary"],
  access: (context, { UserName, Path = "/", Tags }) =>
    iamAccess(context, "CreateUser", identityArn(context.accountId, "user", Path, UserName), {
      conditions: requestTags(Tags),
    }),
  run: ({ account, accountId, instance, now }, { UserName, Path = "/", Tags }) => {
    const { users } = account.iam;
    if (users.has(UserName)) throw alreadyExists(`User with name ${UserName} already exists.`);
    checkQuota("UsersPerAccount", users.size + 1);
    const id = instance.random.uniqueId("AIDA");
    const user = new User({ accountId, name: UserName, path: Path, id, createdAt: now, tags: newTags(Tags) });
    users.add(user);
    return { User: shownUser(user) };
  },
});
