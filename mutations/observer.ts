import * as pulumi from "@pulumi/pulumi";
import { type Inputs, type ObservedDeployment, type ObservedResource, keyOf } from "./observedResource.ts";

type ResourceOptions = pulumi.ResourceTransformationArgs["opts"] & pulumi.ComponentResourceOptions;

/** Notes what programs deploy. */
export class Observer {
  readonly #deployments: Map<string, ObservedResource>[] = [];
  readonly #watching: Promise<unknown>[] = [];

  /** What was deployed, deployment by deployment. To be asked when the engine has succeeded: it waits for all values. */
  async deployments(): Promise<readonly ObservedDeployment[]> {
    await Promise.all(this.#watching);
    return this.#deployments;
  }

  /** A resource of an earlier deployment. */
  resourceIn(deployment: number, key: string): ObservedResource | undefined {
    return this.#deployments[deployment]?.get(key);
  }

  /** The witness of the next deployment. */
  readonly witness = (): pulumi.ResourceTransformation => {
    const deployment = new Map<string, ObservedResource>();
    this.#deployments.push(deployment);
    const keys = new Map<pulumi.Resource, string>();
    return (args) => {
      // What a remote component has made and hands over is registered already: this is only a view of it.
      if (args.opts.urn !== undefined) return undefined;
      keys.set(args.resource, keyOf(args));
      const observed = observe(args, keys).then((resource) => deployment.set(keyOf(args), resource));
      // A resource that could not be made: whoever asks for the deployments hears of it.
      observed.catch(() => undefined);
      this.#watching.push(observed);
      return undefined;
    };
  };
}

async function observe(
  { name, type, props, opts, resource }: pulumi.ResourceTransformationArgs,
  keys: ReadonlyMap<pulumi.Resource, string>,
): Promise<ObservedResource> {
  const values: pulumi.Output<{ readonly inputs: Inputs }> = pulumi.output({ inputs: props });
  const { inputs } = await valueOf(values);
  const used = knowsResources(values) ? await values.allResources() : [];
  const uses = [...used].flatMap((other) => keys.get(other) ?? []);
  const isSecret = await Promise.all(Object.values(props).map((value) => pulumi.isSecret(pulumi.output(value))));
  const secretInputs = Object.keys(props).filter((_, index) => isSecret[index]);
  const id = pulumi.CustomResource.isInstance(resource) ? await valueOf(resource.id) : undefined;
  const provider = providersIn(opts).flatMap((other) => keys.get(other) ?? [])[0];
  return { name, type, parent: opts.parent && keys.get(opts.parent), provider, inputs, secretInputs, id, uses };
}

function providersIn({ provider, providers = [] }: ResourceOptions): readonly pulumi.ProviderResource[] {
  return [...(provider ? [provider] : []), ...Object.values(providers)];
}

/** Never settles if the value does not come to be known. */
async function valueOf<Value>(output: pulumi.Output<Value>): Promise<Value> {
  return new Promise((resolve) => void output.apply((value) => resolve(value)));
}

/** Every output knows the resources that it comes from, which its declaration leaves out. */
function knowsResources(value: object): value is { allResources(): Promise<Iterable<pulumi.Resource>> } {
  return "allResources" in value && typeof value.allResources === "function";
}
