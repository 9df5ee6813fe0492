import type { DescribeKeyCommandInput, DescribeKeyCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKey } from "../findKey.ts";
import { checkGrantTokens } from "../grantToken.ts";
import { keyAccess } from "../keyAccess.ts";
import { keyMetadata } from "../keyMetadata.ts";

/** Tells what a key is. */
export const describeKey = operation<Input<DescribeKeyCommandInput>, Output<DescribeKeyCommandOutput>>({
  service: "kms",
  name: "DescribeKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html",
  readOnly: true,
  audit: { request: ({ KeyId }) => ({ keyId: KeyId }) },
  access: (context, { KeyId, GrantTokens }) => {
    checkGrantTokens(context, GrantTokens);
    return [
      keyAccess(context, findKey(context, KeyId), "kms:DescribeKey", { keyName: KeyId, grantTokens: GrantTokens }),
    ];
  },
  run: (context, { KeyId }) => ({ KeyMetadata: keyMetadata(findKey(context, KeyId)) }),
});
