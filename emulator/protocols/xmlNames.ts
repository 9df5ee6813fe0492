import type { Shape, ShapeReference } from "./serviceModel.ts";

/** Whether the items of a list stand where the list would, without an element around them. */
export function isFlat(reference: ShapeReference, shape: Shape): boolean {
  return reference.flattened === true || shape.flattened === true;
}

/** The name of a member on the wire: of a flat list, that of its items. */
export function elementName(name: string, reference: ShapeReference, shape: Shape): string {
  return reference.locationName ?? (isFlat(reference, shape) ? shape.member?.locationName : undefined) ?? name;
}
