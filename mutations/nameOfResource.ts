import type { ObservedResource } from "./observer.ts";

/** What a resource is called for people: `Key key`. */
export function nameOfResource({ type, name }: Pick<ObservedResource, "type" | "name">): string {
  return `${type.slice(type.lastIndexOf(":") + 1)} ${name}`;
}
