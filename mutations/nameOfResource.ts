import type { ObservedResource } from "./observedResource.ts";
import { shortType } from "./shortType.ts";

/** What a resource is called for people: `Key key`. */
export function nameOfResource({ type, name }: Pick<ObservedResource, "type" | "name">): string {
  return `${shortType(type)} ${name}`;
}
