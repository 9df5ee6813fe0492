import type { UpdateAliasCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { checkAliasName, findTarget, requireRoomForAlias, requireSameKind } from "../aliases.ts";
import { findKeyOfAlias } from "../findKey.ts";
import { aliasAccess, ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

const action = "kms:UpdateAlias";

/** Points an alias to another key. */
export const updateAlias = operation<Input<UpdateAliasCommandInput>, object>({
  service: "kms",
  name: "UpdateAlias",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html",
  readOnly: false,
  access: (context, { AliasName, TargetKeyId }) => {
    checkAliasName(AliasName);
    const keys = [findKeyOfAlias(context, AliasName), findTarget(context, TargetKeyId)];
    return [aliasAccess(context, AliasName, action), ...keys.map((key) => ownKeyAccess(context, key, action))];
  },
  run: (context, { AliasName, TargetKeyId }) => {
    const current = findKeyOfAlias(context, AliasName);
    const target = findTarget(context, TargetKeyId);
    requireNotPendingDeletion(target, action);
    requireSameKind(current, target);
    if (current !== target) requireRoomForAlias(target);
    context.state.kms.setAlias(AliasName, target, context.now);
    return {};
  },
});
