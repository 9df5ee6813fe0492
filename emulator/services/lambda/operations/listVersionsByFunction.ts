import type { ListVersionsByFunctionCommandInput, ListVersionsByFunctionCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { latest, type FunctionVersion } from "../functionVersion.ts";
import { page } from "../page.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Lists `$LATEST` and the published versions of a function. */
export const listVersionsByFunction = operation<
  Input<ListVersionsByFunctionCommandInput>,
  Output<ListVersionsByFunctionCommandOutput>
>({
  service: "lambda",
  name: "ListVersionsByFunction",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html",
  readOnly: true,
  access: (context, { FunctionName }) => [
    functionAccess(context, "ListVersionsByFunction", functionAddress(context, FunctionName)),
  ],
  run: async (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    const { items, NextMarker } = page(found.allVersions(), placeOf, input);
    const shown = items.map((version) =>
      shownConfiguration(context, version, { arn: `${found.arn}:${version.version}` }),
    );
    return { Versions: await Promise.all(shown), NextMarker };
  },
});

/** `$LATEST` first, then by number. */
function placeOf({ version }: FunctionVersion): string {
  return (version === latest ? "0" : version).padStart(20, "0");
}
