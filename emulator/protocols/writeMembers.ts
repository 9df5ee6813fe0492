import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/**
 * The members of a structure as elements by their names on the wire.
 *
 * @param timestamp how the protocol writes a time
 */
export function writeMembers(
  model: ServiceModel,
  shape: Shape,
  value: Readonly<Record<string, unknown>>,
  timestamp: (date: Date) => string,
): object {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const written = write(model, model.shape(reference), value[name], timestamp);
    if (written !== undefined) result[reference.locationName ?? name] = written;
  }
  return result;
}

function write(model: ServiceModel, shape: Shape, value: unknown, timestamp: (date: Date) => string): unknown {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return timestamp(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value)) {
    const items = value.map((entry) => write(model, model.shape(member), entry, timestamp));
    return items.length > 0 ? { [member.locationName ?? "member"]: items } : "";
  }
  if (item && isRecord(value)) {
    const entries = Object.entries(value);
    return {
      entry: entries.map(([key, entry]) => ({ key, value: write(model, model.shape(item), entry, timestamp) })),
    };
  }
  if (members && isRecord(value)) return writeMembers(model, shape, value, timestamp);
  return value;
}
