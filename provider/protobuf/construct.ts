import type * as Messages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import resourceMessages from "@pulumi/pulumi/proto/resource_pb.js";
import type { Child, Component, MadeChild } from "../awsx/component.ts";
import { components } from "../awsx/components.ts";
import { ProviderError } from "../errors.ts";
import { findFailures } from "../lifecycle/failures.ts";
import type { Properties } from "../values.ts";
import { VERSION } from "../version.ts";
import { WIRE } from "../wire.ts";
import { Monitor } from "./monitor.ts";
import { fromStruct, toStruct } from "./struct.ts";

/**
 * Makes a component of the package `awsx` through the engine that asks for it. The server of `@pulumi/pulumi/provider` would do
 * so with the state and the error handlers of a whole process, which are the program's here.
 *
 * @throws ProviderError for a type that is not supported, inputs that are refused, and children that were not made
 */
export async function construct(request: Messages.ConstructRequest): Promise<Messages.ConstructResponse> {
  const component = componentOf(request.getType());
  const inputs = fromStruct(request.getInputs());
  const failures = findFailures(component, inputs);
  if (failures.length > 0) throw new ProviderError(failures.map(({ reason }) => reason).join("; "));
  const monitor = new Monitor(request.getMonitorendpoint());
  try {
    return await register(component, request, inputs, monitor);
  } finally {
    monitor.close();
  }
}

function componentOf(token: string): Component {
  const found = components.find((candidate) => candidate.token === token);
  if (found === undefined) {
    throw new ProviderError(`the component type ${token} is not supported by the embedded provider`);
  }
  return found;
}

async function register(
  component: Component,
  request: Messages.ConstructRequest,
  inputs: Properties,
  monitor: Monitor,
): Promise<Messages.ConstructResponse> {
  const urn = (await monitor.register(componentRequest(request))).getUrn();
  const children = await component.construct(request.getName(), inputs, async (child) => {
    const made = await monitor.register(childRequest(request, urn, child));
    return { urn: made.getUrn(), id: made.getId(), outputs: fromStruct(made.getObject()) };
  });
  await monitor.complete(urn);
  return constructResponse(urn, children);
}

/** The component itself, with the options that the program gave it; the engine hands most of them on to its children. */
function componentRequest(request: Messages.ConstructRequest) {
  const registered = new resourceMessages.RegisterResourceRequest()
    .setType(request.getType())
    .setName(request.getName())
    .setParent(request.getParent())
    .setAcceptsecrets(true)
    .setAliasspecs(true)
    .setAliasesList(request.getAliasesList())
    .setDependenciesList(request.getDependenciesList())
    .setDeletedwith(request.getDeletedwith())
    .setIgnorechangesList(request.getIgnorechangesList())
    .setReplaceonchangesList(request.getReplaceonchangesList())
    .setReplaceWithList(request.getReplaceWithList());
  request.getProvidersMap().forEach((provider, name) => registered.getProvidersMap().set(name, provider));
  const isProtected = request.getProtect();
  if (isProtected !== undefined) registered.setProtect(isProtected);
  const isRetained = request.getRetainondelete();
  if (isRetained !== undefined) registered.setRetainondelete(isRetained);
  return registered;
}

/** A child waits for its siblings and for whatever the component's inputs come from. */
function childRequest(request: Messages.ConstructRequest, parent: string, child: Child) {
  const { token, name, inputs, dependsOn = [] } = child;
  const origins: string[] = [];
  request.getInputdependenciesMap().forEach((origin) => origins.push(...origin.getUrnsList()));
  const siblings = dependsOn.map(({ urn }) => urn);
  return new resourceMessages.RegisterResourceRequest()
    .setType(token)
    .setName(name)
    .setParent(parent)
    .setCustom(true)
    .setObject(toStruct(inputs))
    .setProvider(request.getProvidersMap().get("aws") ?? "")
    .setVersion(VERSION)
    .setAcceptsecrets(true)
    .setAliasspecs(true)
    .setSupportspartialvalues(true)
    .setDependenciesList([...new Set([...origins, ...siblings])]);
}

function constructResponse(urn: string, children: Readonly<Record<string, MadeChild>>): Messages.ConstructResponse {
  const response = new messages.ConstructResponse().setUrn(urn);
  const state: Record<string, Properties> = {};
  for (const [name, child] of Object.entries(children)) {
    state[name] = { [WIRE.signature]: WIRE.resource, urn: child.urn, id: child.id };
    const origin = new messages.ConstructResponse.PropertyDependencies().setUrnsList([child.urn]);
    response.getStatedependenciesMap().set(name, origin);
  }
  return response.setState(toStruct(state));
}
