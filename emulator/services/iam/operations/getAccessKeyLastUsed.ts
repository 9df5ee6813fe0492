import type { GetAccessKeyLastUsedCommandInput, GetAccessKeyLastUsedCommandOutput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { userAccess } from "../users/findUser.ts";
import type { User } from "../users/user.ts";

/** Tells when an access key was last used, where, and for which service. */
export const getAccessKeyLastUsed = operation<
  Input<GetAccessKeyLastUsedCommandInput>,
  Output<GetAccessKeyLastUsedCommandOutput>
>({
  service: "iam",
  name: "GetAccessKeyLastUsed",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html",
  readOnly: true,
  access: (context, { AccessKeyId }) => userAccess(context, "GetAccessKeyLastUsed", ownerOf(context, AccessKeyId).name),
  run: (context, { AccessKeyId }) => {
    const user = ownerOf(context, AccessKeyId);
    const lastUsed = user.accessKeys.get(AccessKeyId)?.lastUsed;
    return {
      UserName: user.name,
      AccessKeyLastUsed: {
        LastUsedDate: lastUsed?.at,
        ServiceName: lastUsed?.service ?? "N/A",
        Region: lastUsed?.region ?? "N/A",
      },
    };
  },
});

function ownerOf({ account }: CallContext, accessKeyId: string): User {
  const owner = account.iam.ownerOfAccessKey(accessKeyId);
  if (!owner) throw noSuchEntity(`The Access Key with id ${accessKeyId} cannot be found.`);
  return owner;
}
