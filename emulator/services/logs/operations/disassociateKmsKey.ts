import type { DisassociateKmsKeyCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { referenceOf } from "../referenceOf.ts";

/** Keeps the events that come from now on in the clear; those that are there stay under their key. */
export const disassociateKmsKey = operation<Input<DisassociateKmsKeyCommandInput>, object>({
  service: "logs",
  name: "DisassociateKmsKey",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DisassociateKmsKey.html",
  readOnly: false,
  access: (context, input) => logGroupAccess(context, "DisassociateKmsKey", referenceOf(input)),
  run: (context, input) => {
    findLogGroup(context, referenceOf(input)).key = undefined;
    return {};
  },
});
