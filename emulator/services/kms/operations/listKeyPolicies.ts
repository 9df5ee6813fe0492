import type { ListKeyPoliciesCommandInput, ListKeyPoliciesCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { policyName } from "../keyPolicy.ts";
import { page } from "../page.ts";

/** Lists the names of a key's policies: there is one, `default`. */
export const listKeyPolicies = operation<Input<ListKeyPoliciesCommandInput>, Output<ListKeyPoliciesCommandOutput>>({
  service: "kms",
  name: "ListKeyPolicies",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html",
  readOnly: true,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:ListKeyPolicies")],
  run: (_context, { Limit, Marker }) => {
    const { items, truncation } = page([policyName], (name) => name, { Limit, Marker }, 100);
    return { PolicyNames: items, ...truncation };
  },
});
