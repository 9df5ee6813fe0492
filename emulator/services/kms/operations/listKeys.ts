import type { ListKeysCommandInput, ListKeysCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../keyAccess.ts";
import { page } from "../page.ts";

/** Lists all keys of the account in the region, those of AWS and those pending deletion included. */
export const listKeys = operation<Input<ListKeysCommandInput>, Output<ListKeysCommandOutput>>({
  service: "kms",
  name: "ListKeys",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html",
  readOnly: true,
  access: (context) => [accountAccess(context, "kms:ListKeys")],
  run: ({ state }, request) => {
    const { items, truncation } = page(state.kms.keys(), ({ keyId }) => keyId, request, 100);
    return { Keys: items.map(({ keyId, arn }) => ({ KeyId: keyId, KeyArn: arn })), ...truncation };
  },
});
