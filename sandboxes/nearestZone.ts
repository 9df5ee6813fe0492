import { distance } from "fastest-levenshtein";

/** The name of a time zone that is nearest to a text, by the whole name or by its city. */
export function nearestZone(text: string): string {
  const written = text.toLowerCase();
  const changes = (name: string) => {
    const plain = name.toLowerCase();
    return Math.min(distance(written, plain), distance(written, plain.split("/").at(-1) ?? plain));
  };
  const [nearest = "UTC"] = Intl.supportedValuesOf("timeZone").toSorted((one, other) => changes(one) - changes(other));
  return nearest;
}
