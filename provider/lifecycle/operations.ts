import type { Aws } from "../aws/aws.ts";
import { EndpointError } from "../aws/errors.ts";
import { PartlyCreated, ProviderError } from "../errors.ts";
import type { Resource } from "../resource.ts";
import type { Properties } from "../values.ts";
import { parseInputs, parseKnown } from "./inputs.ts";
import { actualInputs, recordedState } from "./state.ts";

/** A resource as the engine records it. */
export interface Recorded {
  readonly id: string;
  readonly state: Properties;
  readonly inputs: Properties;
}

/**
 * Makes a resource and describes it.
 *
 * @throws PartlyCreated when it exists but is not complete, or cannot be described.
 */
export async function create(resource: Resource, aws: Aws, inputs: Properties): Promise<Recorded> {
  const wanted = parseInputs(resource, inputs);
  const { id, outputs } = await resource.create(aws, wanted);
  try {
    await resource.complete?.(aws, id, wanted);
    const answer = await readNew(resource, aws, id, { ...wanted, ...outputs });
    return { id, inputs, state: recordedState(resource, inputs, answer) };
  } catch (error) {
    throw new PartlyCreated({ id, inputs, state: recordedState(resource, inputs, outputs ?? {}) }, error);
  }
}

/** Describes a resource, its inputs corrected by what AWS says; undefined when it is gone. */
export async function read(resource: Resource, aws: Aws, recorded: Recorded): Promise<Recorded | undefined> {
  const known = parseKnown(resource, { ...recorded.state, ...recorded.inputs });
  const answer = await resource.read(aws, recorded.id, known);
  if (answer === undefined) {
    return undefined;
  }
  const state = recordedState(resource, recorded.inputs, answer);
  return { id: recorded.id, state, inputs: actualInputs(resource, recorded.inputs, state) };
}

/**
 * Changes a resource in place. It starts from what AWS says, not from what was recorded, so that an update that failed
 * half-way, or a half-made resource, is finished by the next one.
 *
 * @throws ProviderError when the resource is gone.
 */
export async function update(
  resource: Resource,
  aws: Aws,
  recorded: Recorded,
  inputs: Properties,
): Promise<Properties> {
  const known = parseKnown(resource, recorded.state);
  const wanted = parseInputs(resource, inputs);
  const current = await resource.read(aws, recorded.id, known);
  if (current === undefined) {
    throw new ProviderError(`${recorded.id} does not exist any more; run \`pulumi refresh\` and then update again`);
  }
  await resource.update?.(aws, recorded.id, current, wanted);
  const answer = await readNew(resource, aws, recorded.id, { ...known, ...wanted });
  return recordedState(resource, inputs, answer);
}

/** Removes a resource; one that is gone already is removed. */
export async function remove(resource: Resource, aws: Aws, recorded: Recorded): Promise<void> {
  await resource.delete(aws, recorded.id, parseKnown(resource, recorded.state));
}

/** Describes what was just made or changed, which AWS may not show everywhere yet. */
async function readNew(resource: Resource, aws: Aws, id: string, known: Record<string, unknown>): Promise<object> {
  const look = async () => {
    const answer = await resource.read(aws, id, known);
    if (answer === undefined) {
      throw new NotShownYet(`${id} was made, but the endpoint does not show it`);
    }
    return answer;
  };
  return aws.eventually(`${id} to appear`, look, (error) => error instanceof NotShownYet);
}

class NotShownYet extends EndpointError {}
