import type { DeleteAliasCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { checkAliasName } from "../aliases.ts";
import { findKeyOfAlias } from "../findKey.ts";
import { aliasAccess, ownKeyAccess } from "../keyAccess.ts";

const action = "kms:DeleteAlias";

/** Takes a name off its key. */
export const deleteAlias = operation<Input<DeleteAliasCommandInput>, object>({
  service: "kms",
  name: "DeleteAlias",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html",
  readOnly: false,
  access: (context, { AliasName }) => {
    checkAliasName(AliasName);
    const key = findKeyOfAlias(context, AliasName);
    return [aliasAccess(context, AliasName, action), ownKeyAccess(context, key, action)];
  },
  run: ({ state }, { AliasName }) => {
    state.kms.deleteAlias(AliasName);
    return {};
  },
});
