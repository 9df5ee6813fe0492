import * as z from "zod";
import type { Aws, Connection } from "./aws/aws.ts";
import { Configuration } from "./configuration.ts";
import { ProviderError } from "./errors.ts";
import type { Failure } from "./errors.ts";
import type { ProviderFunction } from "./function.ts";
import { functions } from "./functions/index.ts";
import { check } from "./lifecycle/check.ts";
import type { Checked } from "./lifecycle/check.ts";
import { diff } from "./lifecycle/diff.ts";
import type { Difference } from "./lifecycle/diff.ts";
import { findFailures } from "./lifecycle/failures.ts";
import type { NameRequest } from "./lifecycle/names.ts";
import * as operations from "./lifecycle/operations.ts";
import type { Recorded } from "./lifecycle/operations.ts";
import { expectedState, expectedUpdate } from "./lifecycle/state.ts";
import type { Resource } from "./resource.ts";
import { resources } from "./resources/index.ts";
import { readSettings } from "./settings.ts";
import { reveal, revealAll, toProperties } from "./values.ts";
import type { Properties } from "./values.ts";

/** Who asks, and about a resource of which type. The session tells one engine process from another. */
export interface Subject {
  readonly session: string;
  readonly type: string;
}

/**
 * The provider `aws` without its protocol: it finds the resource type or function that a question is about, and the
 * settings of the engine process that asks. Several processes may use one provider, each with settings of its own.
 */
export class Provider {
  readonly #defaults: Connection;
  readonly #stop = new AbortController();
  readonly #sessions = new Map<string, Configuration>();
  readonly #configurations = new Map<string, Configuration>();

  constructor(defaults: Connection) {
    this.#defaults = defaults;
  }

  /**
   * Takes the settings of an engine process. Processes of the same settings share their connections to AWS.
   *
   * @throws ProviderError naming the settings, or the account, that are refused
   */
  async configure(session: string, given: Properties): Promise<void> {
    const settings = readSettings(given);
    const key = JSON.stringify(settings);
    const known = this.#configurations.get(key);
    const configuration = known ?? new Configuration(settings, this.#defaults, this.#stop.signal);
    this.#configurations.set(key, configuration);
    await configuration.checkAccount(settings);
    this.#sessions.set(session, configuration);
  }

  check({ session, type }: Subject, olds: Properties, news: Properties, name: NameRequest): Checked {
    const { defaultTags } = this.#configurationOf(session);
    return check(resourceOf(type), { ...name, olds, news, defaultTags });
  }

  diff({ type }: Subject, recorded: Recorded, news: Properties): Difference {
    return diff(resourceOf(type), recorded, news);
  }

  /** @throws PartlyCreated when the resource exists but is not complete. */
  create({ session, type }: Subject, inputs: Properties): Promise<Recorded> {
    return operations.create(resourceOf(type), this.#awsFor(session, inputs), inputs);
  }

  previewCreate({ type }: Subject, inputs: Properties): Properties {
    return expectedState(resourceOf(type), inputs);
  }

  /** @returns undefined when the resource is gone */
  read({ session, type }: Subject, recorded: Recorded): Promise<Recorded | undefined> {
    const aws = this.#awsFor(session, { ...recorded.state, ...recorded.inputs });
    return operations.read(resourceOf(type), aws, recorded);
  }

  update({ session, type }: Subject, recorded: Recorded, inputs: Properties): Promise<Properties> {
    return operations.update(resourceOf(type), this.#awsFor(session, recorded.state), recorded, inputs);
  }

  previewUpdate({ type }: Subject, state: Properties, inputs: Properties): Properties {
    return expectedUpdate(resourceOf(type), state, inputs);
  }

  delete({ session, type }: Subject, recorded: Recorded): Promise<void> {
    return operations.remove(resourceOf(type), this.#awsFor(session, recorded.state), recorded);
  }

  /** Calls a function; the answer is either what it says or what is wrong with its arguments. */
  async invoke(session: string, token: string, given: Properties): Promise<Properties | readonly Failure[]> {
    const called = functionOf(token);
    const failures = findFailures(called, given);
    if (failures.length > 0) {
      return failures;
    }
    const inputs = z.strictObject(called.inputs).parse(revealAll(given));
    return toProperties(await called.answer(this.#awsFor(session, given), inputs));
  }

  /** Ends all waiting and closes the connections to AWS. */
  stop(): void {
    this.#stop.abort();
    for (const configuration of this.#configurations.values()) {
      configuration.close();
    }
  }

  /** AWS in the region that the resource says, which is the provider's own if it says none. */
  #awsFor(session: string, properties: Properties): Aws {
    const region = reveal(properties.region ?? "");
    return this.#configurationOf(session).aws(typeof region === "string" && region !== "" ? region : undefined);
  }

  #configurationOf(session: string): Configuration {
    const configuration = this.#sessions.get(session);
    if (configuration === undefined) {
      throw new ProviderError("the embedded provider was asked before it was configured; run the command again");
    }
    return configuration;
  }
}

function resourceOf(type: string): Resource {
  return named(resources, type, "resource type");
}

function functionOf(token: string): ProviderFunction {
  return named(functions, token, "function");
}

function named<T extends { token: string }>(list: readonly T[], token: string, kind: string): T {
  const found = list.find((candidate) => candidate.token === token);
  if (found === undefined) {
    throw new ProviderError(`the ${kind} ${token} is not supported by the embedded provider`);
  }
  return found;
}
