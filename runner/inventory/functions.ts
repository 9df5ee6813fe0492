import { paginateListFunctions } from "@aws-sdk/client-lambda";
import type { Session } from "../../scenarios/contract/session.ts";
import { collect } from "./collect.ts";

/** Functions of Lambda. */
export async function functions({ lambda: client }: Session): Promise<string[]> {
  return collect(paginateListFunctions({ client }, {}), (page) =>
    page.Functions?.map(({ FunctionArn }) => FunctionArn),
  );
}
