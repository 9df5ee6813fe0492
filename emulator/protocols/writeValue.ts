import { mapMembers } from "../mapMembers.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/** How a protocol carries what is no structure, map or list. */
type WriteScalar = (shape: Shape, value: unknown) => unknown;

/** A value as a protocol carries it: with the members of the API model and no others, and without what is not there. */
export function writeValue(model: ServiceModel, shape: Shape, value: unknown, scalar: WriteScalar): unknown {
  if (value === undefined || value === null) return undefined;
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value))
    return value.map((entry) => writeValue(model, model.shape(member), entry, scalar));
  if (item && isRecord(value)) {
    const shape = model.shape(item);
    return mapMembers(value, (entry) => writeValue(model, shape, entry, scalar));
  }
  if (members && isRecord(value)) return writeStructure(model, members, value, scalar);
  return scalar(shape, value);
}

/** The same, of a structure. */
export function writeStructure(
  model: ServiceModel,
  members: NonNullable<Shape["members"]>,
  value: Readonly<Record<string, unknown>>,
  scalar: WriteScalar,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(members)) {
    const reference = members[name];
    // Most members of most structures are not there.
    if (!reference || value[name] === undefined) continue;
    const written = writeValue(model, model.shape(reference), value[name], scalar);
    if (written !== undefined) result[name] = written;
  }
  return result;
}
