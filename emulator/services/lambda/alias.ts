import type { AliasConfiguration, AliasRoutingConfiguration } from "@aws-sdk/client-lambda";
import type { CallContext } from "../../callContext.ts";
import { functionNotFound } from "./findFunction.ts";
import { latest } from "./functionVersion.ts";
import { invalidParameterValue } from "./lambdaError.ts";
import type { Alias, LambdaFunction } from "./lambdaFunction.ts";

/** What a request says of an alias. */
interface StatedAlias {
  readonly FunctionVersion?: string;
  readonly Description?: string;
  readonly RoutingConfig?: AliasRoutingConfiguration;
}

/**
 * An alias, new or changed. Throws ResourceNotFoundException for a version that is not there, and InvalidParameterValueException
 * for routing that AWS does not have; the messages of the latter are not recorded anywhere.
 * Source: Lambda Developer Guide, "Implement Lambda canary deployments using a weighted alias".
 */
export function aliasWith(
  { instance }: CallContext,
  found: LambdaFunction,
  before: Pick<Alias, "name" | "version" | "description" | "routing">,
  stated: StatedAlias,
): Alias {
  const version = stated.FunctionVersion ?? before.version;
  if (!found.version(version)) throw functionNotFound(`${found.arn}:${version}`);
  const routing = stated.RoutingConfig ?? before.routing;
  checkRouting(found, version, routing?.AdditionalVersionWeights ?? {});
  const description = stated.Description ?? before.description;
  return { name: before.name, version, description, routing, revisionId: instance.random.uuid() };
}

function checkRouting(found: LambdaFunction, version: string, weights: Readonly<Record<string, number>>): void {
  const others = Object.keys(weights);
  if (others.length > 1)
    throw invalidParameterValue("Number of items in AdditionalVersionWeights cannot be greater than 1");
  const [other] = others;
  if (other === undefined) return;
  if (version === latest || other === latest)
    throw invalidParameterValue("$LATEST is not supported for an alias pointing to more than 1 version");
  if (other === version) throw invalidParameterValue(`The version ${other} cannot get a weight beside itself.`);
  if (!found.version(other)) throw functionNotFound(`${found.arn}:${other}`);
}

/** An alias as answers show it. */
export function shownAlias(found: LambdaFunction, alias: Alias): AliasConfiguration {
  const isRouted = Object.keys(alias.routing?.AdditionalVersionWeights ?? {}).length > 0;
  return {
    AliasArn: `${found.arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RoutingConfig: isRouted ? alias.routing : undefined,
    RevisionId: alias.revisionId,
  };
}

/** The version that an invocation through an alias goes to. `draw` is a number from 0 up to 1. */
export function routedVersion({ version, routing }: Alias, draw: number): string {
  const [other] = Object.entries(routing?.AdditionalVersionWeights ?? {});
  return other && draw < other[1] ? other[0] : version;
}
