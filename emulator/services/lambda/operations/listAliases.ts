import type { ListAliasesCommandInput, ListAliasesCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownAlias } from "../alias.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { page } from "../page.ts";

/** Lists the aliases of a function, or those that lead to one version. */
export const listAliases = operation<Input<ListAliasesCommandInput>, Output<ListAliasesCommandOutput>>({
  service: "lambda",
  name: "ListAliases",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html",
  readOnly: true,
  access: (context, { FunctionName }) => [
    functionAccess(context, "ListAliases", functionAddress(context, FunctionName)),
  ],
  run: (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    const wanted = [...found.aliases.values()].filter(
      ({ version }) => input.FunctionVersion === undefined || version === input.FunctionVersion,
    );
    const { items, NextMarker } = page(wanted, ({ name }) => name, input);
    return { Aliases: items.map((alias) => shownAlias(found, alias)), NextMarker };
  },
});
