import { nameOfResource } from "../../mutations/nameOfResource.ts";
import type { RecordedResource } from "../scenarioRecord.ts";

/** What stands for the id of a resource in a record: `<Key key>`. */
export function placeholderOf(resource: Pick<RecordedResource, "name" | "type">): string {
  return `<${nameOfResource(resource)}>`;
}
