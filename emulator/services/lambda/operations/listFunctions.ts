import type { ListFunctionsCommandInput, ListFunctionsCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../functionAccess.ts";
import { latest } from "../functionVersion.ts";
import { page } from "../page.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Lists functions, each as the caller may see it; with all their versions if asked to. */
export const listFunctions = operation<Input<ListFunctionsCommandInput>, Output<ListFunctionsCommandOutput>>({
  service: "lambda",
  name: "ListFunctions",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html",
  readOnly: true,
  unsupported: ["MasterRegion"],
  access: (context) => accountAccess(context, "ListFunctions"),
  run: async (context, input) => {
    const functions = [...context.state.lambda.functions.values()];
    const isWhole = input.FunctionVersion === "ALL";
    const versions = functions.flatMap((found) => (isWhole ? found.allVersions() : [found.latest]));
    const { items, NextMarker } = page(versions, ({ functionName, version }) => `${functionName}:${version}`, input);
    const shown = items.map((version) => {
      const arn =
        isWhole || version.version !== latest ? `${version.functionArn}:${version.version}` : version.functionArn;
      return shownConfiguration(context, version, { arn });
    });
    return { Functions: await Promise.all(shown), NextMarker };
  },
});
