import type { CreateAccessKeyCommandOutput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import type { Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { checkQuota } from "../quotas.ts";
import { findUser } from "../users/findUser.ts";
import type { AccessKey } from "./accessKey.ts";

/** Id and secret of an access key. */
export type KeyPair = Pick<AccessKey, "accessKeyId" | "secretAccessKey">;

/**
 * Makes an access key of a user. Throws NoSuchEntity or LimitExceeded.
 *
 * @param given what a seed wants the key to be; AWS has no such thing. Throws EntityAlreadyExists if the id is taken.
 */
export function newAccessKey(
  context: CallContext,
  userName: string,
  given?: KeyPair,
): Output<CreateAccessKeyCommandOutput> {
  const user = findUser(context, userName);
  checkQuota("AccessKeysPerUser", user.accessKeys.size + 1);
  if (given && context.instance.credentials.accountOf(given.accessKeyId) !== undefined) {
    throw alreadyExists(`Access Key with id ${given.accessKeyId} already exists.`);
  }
  const { accessKeyId, secretAccessKey, createdAt } = context.account.iam.addAccessKey(user, given);
  return {
    AccessKey: {
      UserName: user.name,
      AccessKeyId: accessKeyId,
      Status: "Active",
      SecretAccessKey: secretAccessKey,
      CreateDate: createdAt,
    },
  };
}
