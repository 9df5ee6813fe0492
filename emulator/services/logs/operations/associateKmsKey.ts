import type { AssociateKmsKeyCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { newGroupKey } from "../groupKey.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { referenceOf } from "../referenceOf.ts";

/** Encrypts the events that come from now on under a KMS key; those that are there stay as they are. */
export const associateKmsKey = operation<Input<AssociateKmsKeyCommandInput>, object>({
  service: "logs",
  name: "AssociateKmsKey",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html",
  readOnly: false,
  access: (context, input) => logGroupAccess(context, "AssociateKmsKey", referenceOf(input)),
  run: async (context, input) => {
    const group = findLogGroup(context, referenceOf(input));
    group.key = await newGroupKey(context, group.arn, input.kmsKeyId);
    return {};
  },
});
