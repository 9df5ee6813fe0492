import type {
  GetContextKeysForCustomPolicyCommandInput,
  GetContextKeysForCustomPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { contextKeys } from "../policies/contextKeys.ts";
import { readIdentityPolicy } from "../policies/policyDocument.ts";

/** Tells which context keys policies ask for. */
export const getContextKeysForCustomPolicy = operation<
  Input<GetContextKeysForCustomPolicyCommandInput>,
  Output<GetContextKeysForCustomPolicyCommandOutput>
>({
  service: "iam",
  name: "GetContextKeysForCustomPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetContextKeysForCustomPolicy", "*"),
  run: (_context, { PolicyInputList }) => ({
    ContextKeyNames: contextKeys(PolicyInputList.map((text) => readIdentityPolicy(text).text)),
  }),
});
