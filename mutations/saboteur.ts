import * as pulumi from "@pulumi/pulumi";
import type { Moment, Mutation } from "./mutation.ts";
import { Observer } from "./observer.ts";
import { keyOf } from "./observedResource.ts";

/** A witness that makes one mistake, wherever it can be made. */
export class Saboteur {
  readonly #mutation: Mutation;
  readonly #observer = new Observer();
  #deployment = -1;

  constructor(mutation: Mutation) {
    this.#mutation = mutation;
  }

  /** The witness of the next deployment. */
  readonly witness = (): pulumi.ResourceTransformation => {
    const observe = this.#observer.witness();
    const registered = new Map<string, pulumi.Resource>();
    const moment: Moment = {
      deployment: ++this.#deployment,
      arnOf: (resource) => arnOf(resource, registered),
      inputsIn: (deployment, resource) => this.#observer.resourceIn(deployment, resource)?.inputs,
    };
    return (args) => {
      observe(args);
      registered.set(keyOf(args), args.resource);
      return keyOf(args) === this.#mutation.resource ? this.#mutation.change(args, moment) : undefined;
    };
  };
}

function arnOf(key: string, registered: ReadonlyMap<string, pulumi.Resource>): pulumi.Output<string> | undefined {
  const resource = registered.get(key);
  return resource && "arn" in resource && pulumi.Output.isInstance<string>(resource.arn) ? resource.arn : undefined;
}
