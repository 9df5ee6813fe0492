import { readText } from "./httpBindings.ts";
import { malformedXml, type XmlElement } from "./parseXml.ts";
import type { ServiceModel, Shape } from "./serviceModel.ts";
import { elementName, isFlat } from "./xmlNames.ts";

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
    const flat = isFlat(reference, member);
    const value = readMember(model, member, found, flat);
    // A flat list without items leaves no trace: one that must be there is empty.
    if (value !== undefined) result[name] = value;
    else if (flat && shape.required?.includes(name)) result[name] = [];
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
