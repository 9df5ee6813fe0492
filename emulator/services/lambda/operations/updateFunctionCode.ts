import type { UpdateFunctionCodeCommandInput, UpdateFunctionCodeCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeFunction, checkRevision, publish } from "../changeFunction.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { requestedCode } from "../requestedCode.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Changes the code of a function, and publishes a version of it if asked to. */
export const updateFunctionCode = operation<
  Input<UpdateFunctionCodeCommandInput>,
  Output<UpdateFunctionCodeCommandOutput>
>({
  service: "lambda",
  name: "UpdateFunctionCode",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html",
  readOnly: false,
  audit: { eventName: "UpdateFunctionCode20150331v2" },
  unsupported: ["ImageUri", "SourceKMSKeyArn", "PublishTo"],
  access: (context, { FunctionName }) => [
    functionAccess(context, "UpdateFunctionCode", functionAddress(context, FunctionName)),
  ],
  run: async (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    const { arn, latest: before } = found;
    checkRevision(before.revisionId, input.RevisionId);
    const code = await requestedCode(context, input);
    const settings = { ...before.settings, architectures: input.Architectures ?? before.settings.architectures };
    if (input.DryRun === true) return shownConfiguration(context, { ...before, code, settings }, { arn });
    const changed = await changeFunction(context, found, { code, settings });
    if (input.Publish !== true) return shownConfiguration(context, changed, { arn, progress: "updating" });
    const published = publish(context, found);
    return shownConfiguration(context, published, { arn: `${arn}:${published.version}`, progress: "updating" });
  },
});
