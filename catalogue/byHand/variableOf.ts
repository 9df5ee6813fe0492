import type { RecordedResource } from "../scenarioRecord.ts";

/** The shell variable for the id of a resource: `KEY` for the key `key`, `PLAIN_VOLUME` for the volume `plain`. */
export function variableOf({ name, type }: Pick<RecordedResource, "name" | "type">): string {
  const kind = upperSnake(type.slice(type.lastIndexOf(":") + 1)).replace(/^.*_/, "");
  const variable = upperSnake(name);
  return variable === kind || variable.endsWith(`_${kind}`) ? variable : `${variable}_${kind}`;
}

/** `otherKey` and `other-key` become `OTHER_KEY`. */
function upperSnake(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/\W/g, "_")
    .toUpperCase();
}
