import { readText } from "./httpBindings.ts";
import { malformedXml, type XmlElement } from "./parseXml.ts";
import type { ServiceModel, Shape, ShapeReference } from "./serviceModel.ts";
import { isRecord } from "./validate.ts";

/** Turns an element into the value of a shape. Throws `MalformedXML` for an element that the shape does not have. */
export function readXml(model: ServiceModel, shape: Shape, element: XmlElement): unknown {
  if (shape.type === "structure") return readStructure(model, shape, element);
  if (shape.type === "list" && shape.member) {
    const item = model.shape(shape.member);
    return element.children.map((child) => readXml(model, item, child));
  }
  if (element.children.length > 0) throw malformedXml();
  return readText(shape, element.text);
}

function readStructure(model: ServiceModel, shape: Shape, element: XmlElement): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const unread = new Set(element.children);
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const member = model.shape(reference);
    const wireName = elementName(name, reference, member);
    if (reference.xmlAttribute) {
      const text = element.attributes.get(wireName);
      if (text !== undefined) result[name] = text;
      continue;
    }
    const found = element.children.filter((child) => child.name === wireName);
    for (const child of found) unread.delete(child);
    const value = readMember(model, member, found, isFlat(reference, member));
    if (value !== undefined) result[name] = value;
  }
  if (unread.size > 0) throw malformedXml();
  return result;
}

function readMember(model: ServiceModel, shape: Shape, found: readonly XmlElement[], flat: boolean): unknown {
  const [first] = found;
  if (!first) return undefined;
  if (flat && shape.member) {
    const item = model.shape(shape.member);
    return found.map((child) => readXml(model, item, child));
  }
  if (found.length > 1) throw malformedXml();
  return readXml(model, shape, first);
}

function isFlat(reference: ShapeReference, shape: Shape): boolean {
  return reference.flattened === true || shape.flattened === true;
}

/** A flattened list names its items, which stand where the list would. */
function elementName(name: string, reference: ShapeReference, shape: Shape): string {
  return reference.locationName ?? (isFlat(reference, shape) ? shape.member?.locationName : undefined) ?? name;
}

/** A value as {@link XMLBuilder} takes it; attributes begin with `@_`. */
export function writeXml(model: ServiceModel, shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (shape.member && Array.isArray(value)) {
    const { member } = shape;
    return { [member.locationName ?? "member"]: value.map((item) => writeXml(model, model.shape(member), item)) };
  }
  if (shape.members && isRecord(value)) return writeStructure(model, shape, value);
  return value;
}

function writeStructure(
  model: ServiceModel,
  shape: Shape,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, reference] of Object.entries(shape.members ?? {})) {
    const member = model.shape(reference);
    const item = value[name];
    const wireName = elementName(name, reference, member);
    if (item === undefined || item === null) continue;
    if (reference.xmlAttribute) {
      result[`@_${wireName}`] = item;
      if (wireName.startsWith("xsi:")) result["@_xmlns:xsi"] = "http://www.w3.org/2001/XMLSchema-instance";
    } else if (isFlat(reference, member) && member.member && Array.isArray(item)) {
      const itemShape = model.shape(member.member);
      result[wireName] = item.map((entry) => writeXml(model, itemShape, entry));
    } else result[wireName] = writeXml(model, member, item);
  }
  return result;
}
