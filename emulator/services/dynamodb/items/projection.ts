import { invalidParameter } from "../errors.ts";
import type { DocumentPath } from "../expressions/documentPath.ts";
import { project } from "../expressions/project.ts";
import type { AttributeValue, Item } from "../values/attributeValue.ts";

/** What a request wants to have of items. */
export interface RequestedProjection {
  readonly AttributesToGet?: readonly string[];
}

/** The paths that `ProjectionExpression` or `AttributesToGet` name; nothing, if all attributes are wanted. */
export function requestedPaths(
  { AttributesToGet }: RequestedProjection,
  projection: readonly DocumentPath[] | undefined,
): readonly DocumentPath[] | undefined {
  return projection ?? AttributesToGet?.map((name) => [name] as const);
}

/** Throws ValidationException if `AttributesToGet` names an attribute twice. */
export function checkAttributesToGet({ AttributesToGet = [] }: RequestedProjection): void {
  const repeated = AttributesToGet.find((name, index) => AttributesToGet.indexOf(name) < index);
  if (repeated !== undefined) throw invalidParameter(`Duplicate value in attribute name: ${repeated}`);
}

export function projected(item: Item, paths: readonly DocumentPath[] | undefined): Record<string, AttributeValue> {
  return paths ? project(item, paths) : item;
}
