import { ServiceModel } from "./protocols/serviceModel.ts";
import type { Operation } from "./operation.ts";
import type { Service } from "./service.ts";
import type { Tagging } from "./tagging.ts";

/** A service with its API model, which is read on first use. */
export interface DescribedService {
  readonly service: Service;
  readonly model: ServiceModel;
}

/** Finds services and their operations. */
export class Registry {
  readonly #services: ReadonlyMap<string, Service>;
  readonly #operations: ReadonlyMap<string, Operation<unknown, object>>;
  readonly #models = new Map<string, ServiceModel>();
  #byTarget?: ReadonlyMap<string, DescribedService>;

  constructor(services: readonly Service[]) {
    this.#services = new Map(services.map((service) => [service.name, service]));
    this.#operations = new Map(
      services.flatMap(({ operations }) => operations.map((found) => [`${found.service}:${found.name}`, found])),
    );
  }

  service(name: string): DescribedService | undefined {
    const service = this.#services.get(name);
    return service && { service, model: this.#model(service) };
  }

  services(): DescribedService[] {
    return [...this.#services.values()].map((service) => ({ service, model: this.#model(service) }));
  }

  /**
   * The service that the part of `X-Amz-Target` before the operation names. CloudTrail's is a qualified name, which the AWS
   * CLI sends whole and other clients without its package.
   */
  serviceByTarget(prefix: string): DescribedService | undefined {
    this.#byTarget ??= new Map(
      this.services().flatMap((described) => {
        const { targetPrefix } = described.model.metadata;
        if (targetPrefix === undefined) return [];
        return [targetPrefix, targetPrefix.slice(targetPrefix.lastIndexOf(".") + 1)].map((name) => [name, described]);
      }),
    );
    return this.#byTarget.get(prefix);
  }

  /** Whose resources the Resource Groups Tagging API knows. */
  taggings(): Tagging[] {
    return [...this.#services.values()].flatMap(({ tagging }) => tagging ?? []);
  }

  operation(service: string, name: string): Operation<unknown, object> | undefined {
    return this.#operations.get(`${service}:${name}`);
  }

  /** The services of which AWS has an operation of this name that needs no signature. */
  servicesWithUnsigned(name: string): DescribedService[] {
    return this.services().filter(({ model }) => model.isUnsigned(name));
  }

  /** The service that an operation belongs to. */
  described(operation: { readonly service: string; readonly name: string }): DescribedService {
    const found = this.service(operation.service);
    if (!found) throw new Error(`The operation ${operation.service}:${operation.name} belongs to no service.`);
    return found;
  }

  #model(service: Service): ServiceModel {
    const known = this.#models.get(service.name);
    if (known) return known;
    const model = ServiceModel.load(service.modelName ?? service.name);
    this.#models.set(service.name, model);
    return model;
  }
}
