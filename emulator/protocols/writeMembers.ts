import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";
import { elementName, isFlat } from "./xmlNames.ts";

/**
 * The members of a structure as elements by their names on the wire; those that begin with `@_` are attributes.
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
    const member = model.shape(reference);
    const written = write(model, member, value[name], timestamp, isFlat(reference, member));
    if (written === undefined) continue;
    const wireName = elementName(name, reference, member);
    result[reference.xmlAttribute ? `@_${wireName}` : wireName] = written;
    if (reference.xmlAttribute && wireName.startsWith("xsi:")) result["@_xmlns:xsi"] = schemaInstance;
  }
  return result;
}

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

function write(
  model: ServiceModel,
  shape: Shape,
  value: unknown,
  timestamp: (date: Date) => string,
  flat = false,
): unknown {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return timestamp(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value)) {
    const items = value.map((entry) => write(model, model.shape(member), entry, timestamp));
    return listElement(items, flat ? undefined : (member.locationName ?? "member"));
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

/** The items, inside of an element for all of them where each has a name of its own. */
function listElement(items: readonly unknown[], name: string | undefined): unknown {
  if (name === undefined) return items.length > 0 ? items : undefined;
  return items.length > 0 ? { [name]: items } : "";
}
