import type { GetAccountSettingsCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Output } from "../../../operation.ts";
import { accountConcurrency, unreservedConcurrency } from "../concurrency.ts";
import { packageLimits } from "../deploymentPackage.ts";
import { accountAccess } from "../functionAccess.ts";

/** Shows the account's limits, and what of them is used. */
export const getAccountSettings = operation<object, Output<GetAccountSettingsCommandOutput>>({
  service: "lambda",
  name: "GetAccountSettings",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html",
  readOnly: true,
  access: (context) => accountAccess(context, "GetAccountSettings"),
  run: (context) => {
    const functions = [...context.state.lambda.functions.values()];
    const versions = functions.flatMap((found) => found.allVersions());
    return {
      AccountLimit: {
        TotalCodeSize: packageLimits.total,
        CodeSizeUnzipped: packageLimits.unzipped,
        CodeSizeZipped: packageLimits.zipped,
        ConcurrentExecutions: accountConcurrency,
        UnreservedConcurrentExecutions: unreservedConcurrency(functions),
      },
      AccountUsage: {
        TotalCodeSize: versions.reduce((sum, { code }) => sum + code.zip.length, 0),
        FunctionCount: functions.length,
      },
    };
  },
});
