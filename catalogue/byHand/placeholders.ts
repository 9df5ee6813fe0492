import type { RecordedResource } from "../scenarioRecord.ts";
import { placeholderOf } from "./placeholderOf.ts";
import { variableOf } from "./variableOf.ts";

/** What stands for the folder of the files that are made on the way. */
export const folderPlaceholder = "<folder>";

/** What stands for an id or an ARN, and the shell variable that has it. */
export type Placeholders = ReadonlyMap<string, string>;

/** The caller as records name whoever deploys. */
const administratorArn = "arn:aws:iam::000000000000:user/keylab-administrator";

/** The placeholders that texts about these resources may hold. */
export function placeholdersOf(resources: readonly RecordedResource[]): Placeholders {
  return new Map([
    [administratorArn, "ADMIN_ARN"],
    [folderPlaceholder, "FOLDER"],
    ...resources.map((resource) => [placeholderOf(resource), variableOf(resource)] as const),
  ]);
}
