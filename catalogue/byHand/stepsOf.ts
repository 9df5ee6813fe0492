import { cloudTrailMappings } from "./cloudTrailMappings.ts";
import { cloudWatchMappings } from "./cloudWatchMappings.ts";
import { dynamodbMappings } from "./dynamodbMappings.ts";
import { ebsMappings } from "./ebsMappings.ts";
import { iamMappings } from "./iamMappings.ts";
import { kmsMappings } from "./kmsMappings.ts";
import { lambdaMappings } from "./lambdaMappings.ts";
import type { DeployedResource, Mapping } from "./mapping.ts";
import { s3Mappings } from "./s3Mappings.ts";
import { secondAccountMapping } from "./secondAccountMapping.ts";
import { secretsManagerMappings } from "./secretsManagerMappings.ts";
import type { Step } from "./step.ts";

const mappings: ReadonlyMap<string, Mapping> = new Map(
  [
    cloudTrailMappings,
    cloudWatchMappings,
    dynamodbMappings,
    ebsMappings,
    iamMappings,
    kmsMappings,
    lambdaMappings,
    s3Mappings,
    secondAccountMapping,
    secretsManagerMappings,
  ].flatMap((group) => Object.entries(group)),
);

/** How a resource is made by hand. Throws an Error for a type or an input that has no way yet. */
export function stepsOf(resource: DeployedResource): readonly Step[] {
  // A component of this project is nothing beside its parts.
  if (resource.type.startsWith("keylab:")) return [];
  const mapping = mappings.get(resource.type);
  if (mapping === undefined) throw new Error(`${resource.type} ${resource.name}: no way to make it by hand`);
  return mapping(resource);
}
