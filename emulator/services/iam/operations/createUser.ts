import type { CreateUserCommandInput, User as ShownUser } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { findBoundary, type Bounded } from "../policies/permissionsBoundary.ts";
import { checkQuota } from "../quotas.ts";
import { newTags } from "../tags.ts";
import { shownUser } from "../users/shownUser.ts";
import { User } from "../users/user.ts";

/** Makes a user. */
export const createUser = operation<Input<CreateUserCommandInput>, { User: Bounded<ShownUser> }>({
  service: "iam",
  name: "CreateUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html",
  readOnly: false,
  access: (context, { UserName, Path = "/", Tags, PermissionsBoundary }) =>
    iamAccess(context, "CreateUser", identityArn(context.accountId, "user", Path, UserName), {
      conditions: { ...requestTags(Tags), "iam:PermissionsBoundary": PermissionsBoundary },
    }),
  run: (context, { UserName, Path = "/", Tags, PermissionsBoundary }) => {
    const { account, accountId, instance, now } = context;
    const { users } = account.iam;
    if (users.has(UserName)) throw alreadyExists(`User with name ${UserName} already exists.`);
    checkQuota("UsersPerAccount", users.size + 1);
    const id = instance.random.uniqueId("AIDA");
    const boundary = PermissionsBoundary === undefined ? undefined : findBoundary(context, PermissionsBoundary);
    const facts = { accountId, name: UserName, path: Path, id, createdAt: now, tags: newTags(Tags), boundary };
    const user = new User(facts);
    users.add(user);
    return { User: shownUser(user) };
  },
});
