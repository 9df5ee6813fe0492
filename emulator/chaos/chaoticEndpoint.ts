import { setTimeout } from "node:timers/promises";
import type { Answering } from "../endpoint.ts";
import type { RandomSource } from "../randomSource.ts";
import type { HttpRequest, HttpResponse } from "../protocols/protocol.ts";
import type { Registry } from "../registry.ts";
import { findRoute } from "../route.ts";
import type { Chaos } from "./chaos.ts";
import { chaosError } from "./chaosError.ts";

/** An endpoint some of whose requests meet faults: the one place where faults are made. */
export class ChaoticEndpoint implements Answering {
  readonly #chaos: Chaos;
  readonly #endpoint: Answering;
  readonly #registry: Registry;
  readonly #random: RandomSource;

  constructor(chaos: Chaos, endpoint: Answering, registry: Registry, random: RandomSource) {
    this.#chaos = chaos;
    this.#endpoint = endpoint;
    this.#registry = registry;
    this.#random = random;
  }

  /** As the endpoint answers; nothing where the connection is to end without an answer. */
  async handle(request: HttpRequest): Promise<HttpResponse | undefined> {
    const route = findRoute(this.#registry, request);
    const { fault, delay } = this.#chaos.fateOf(route.described?.service.name, route.operationName);
    if (delay > 0) await setTimeout(delay);
    if (fault === "dropped before") return undefined;
    const error = chaosError(fault, route.described?.service);
    if (error) return route.protocol.failure(route.described?.model, error, this.#random.fleeting.uuid());
    const answer = await this.#endpoint.handle(request);
    return fault === "dropped after" ? undefined : answer;
  }

  refuseBody(request: HttpRequest, limit: number): HttpResponse | undefined {
    return this.#endpoint.refuseBody(request, limit);
  }
}
