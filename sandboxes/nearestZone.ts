import { distance } from "fastest-levenshtein";

/** The name of a time zone that is nearest to a text, by the whole name or by its city. Nothing where none is near. */
export function nearestZone(text: string): string | undefined {
  const written = text.toLowerCase();
  const changes = (name: string) => {
    const plain = name.toLowerCase();
    return Math.min(distance(written, plain), distance(written, plain.split("/").at(-1) ?? plain));
  };
  const [nearest] = Intl.supportedValuesOf("timeZone")
    .map((name) => ({ name, changes: changes(name) }))
    .filter((zone) => zone.changes <= Math.max(2, text.length / 3))
    .sort((one, other) => one.changes - other.changes);
  return nearest?.name;
}
