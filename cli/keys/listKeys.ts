import { alignColumns } from "../../reporters/text/alignColumns.ts";
import { listPendingKeys } from "../../runner/sweep/listPendingKeys.ts";
import { print, type Context } from "../context.ts";
import { scenarioRegions } from "../sweep/scenarioRegions.ts";
import { withRoot, type KeysOptions } from "./withRoot.ts";

/** Prints the keys whose deletion is scheduled, with the time when they are gone. Throws a UserError for `local`. */
export async function listKeys(options: KeysOptions, context: Context): Promise<void> {
  const lists = await withRoot(options, await scenarioRegions(), context, (sessions) =>
    Promise.all(sessions.map(listPendingKeys)),
  );
  const keys = lists.flat();
  if (keys.length === 0) return print(context, "No key is pending deletion.");
  const rows = keys.map(({ arn, deletionDate = "after its replicas", description }) => [
    arn,
    deletionDate,
    description,
  ]);
  for (const line of alignColumns([["KEY", "DELETED", "DESCRIPTION"], ...rows])) print(context, line);
}
