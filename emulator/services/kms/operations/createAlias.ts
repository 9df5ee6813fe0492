import type { CreateAliasCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { checkAliasName, findTarget, requireRoomForAlias } from "../aliases.ts";
import { aliasAccess, ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

const action = "kms:CreateAlias";

/** Gives a key a name. */
export const createAlias = operation<Input<CreateAliasCommandInput>, object>({
  service: "kms",
  name: "CreateAlias",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  readOnly: false,
  access: (context, { AliasName, TargetKeyId }) => {
    checkAliasName(AliasName);
    const key = findTarget(context, TargetKeyId);
    return [aliasAccess(context, AliasName, action), ownKeyAccess(context, key, action)];
  },
  run: (context, { AliasName, TargetKeyId }) => {
    const { kms } = context.state;
    const key = findTarget(context, TargetKeyId);
    if (kms.alias(AliasName)) throw alreadyExists(kms.aliasArn(AliasName));
    requireNotPendingDeletion(key, action);
    requireRoomForAlias(key);
    kms.setAlias(AliasName, key, context.now);
    return {};
  },
});

function alreadyExists(arn: string): AwsError {
  return new AwsError("AlreadyExistsException", `An alias with the name ${arn} already exists`);
}
