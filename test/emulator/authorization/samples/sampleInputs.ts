import type { Operation } from "../../../../emulator/operation.ts";
import type { Registry } from "../../../../emulator/registry.ts";
import { samples } from "./samples.ts";
import type { Invoke, Members } from "./serviceSamples.ts";

/** Requests that state as much as they can; everything that they name exists. */
export class SampleInputs {
  readonly #registry: Registry;
  /** Values for members of requests, by service and by operation (`kms:Encrypt`). */
  readonly #samples: ReadonlyMap<string, Members>;

  private constructor(registry: Registry, made: ReadonlyMap<string, Members>) {
    this.#registry = registry;
    this.#samples = made;
  }

  /** Makes all that is named. */
  static async make(registry: Registry, invoke: Invoke): Promise<SampleInputs> {
    const made = new Map<string, Members>();
    for (const sample of samples) {
      const { service } = sample;
      const { members, ofOperation = {} } = await sample.make(invoke);
      made.set(service, members);
      for (const [name, own] of Object.entries(ofOperation)) made.set(`${service}:${name}`, own);
    }
    return new SampleInputs(registry, made);
  }

  /** The input of an operation; throws for required members without a sample. */
  of({ service, name, unsupported = [] }: Operation<unknown, object>): Record<string, unknown> {
    const { members = {}, required = [] } = this.#registry.described({ service, name }).model.input(name);
    const values = { ...this.ofService(service), ...this.#samples.get(`${service}:${name}`) };
    const stated = Object.keys(members).filter((member) => member in values && !unsupported.includes(member));
    const missing = required.filter((member) => !stated.includes(member));
    if (missing.length > 0) throw new Error(`Add samples of ${missing.join(", ")} for ${service}:${name}.`);
    return Object.fromEntries(stated.map((member) => [member, values[member]]));
  }

  /** The values for the members of every request to a service. */
  ofService(service: string): Members {
    return this.#samples.get(service) ?? {};
  }
}
