import { suffixOf, type Mark } from "./mark.ts";

/** The name of the IAM user who deploys and tears down for a scenario run on a shared target. */
export function administratorOf(mark: Pick<Mark, "run">): string {
  return `keylab-administrator-${suffixOf(mark)}`;
}
