import type { PublishVersionCommandInput, PublishVersionCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkCode, checkRevision, publish } from "../changeFunction.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Publishes `$LATEST` as a version that never changes. */
export const publishVersion = operation<Input<PublishVersionCommandInput>, Output<PublishVersionCommandOutput>>({
  service: "lambda",
  name: "PublishVersion",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html",
  readOnly: false,
  audit: { eventName: "PublishVersion20150331" },
  unsupported: ["PublishTo"],
  access: (context, { FunctionName }) => [
    functionAccess(context, "PublishVersion", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName, CodeSha256, RevisionId, Description }) => {
    const found = findFunction(context, functionAddress(context, FunctionName));
    checkRevision(found.latest.revisionId, RevisionId);
    checkCode(found.latest.code, CodeSha256);
    const version = publish(context, found, Description);
    return shownConfiguration(context, version, { arn: `${found.arn}:${version.version}` });
  },
});
