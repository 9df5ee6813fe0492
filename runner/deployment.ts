import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation/index.js";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/**
 * What a scenario deploys, and what the deployed components have handed over. The program runs in this process, so the
 * values are taken as they become known; no secret of theirs becomes an output of the stack.
 */
export class Deployment {
  readonly #scenario: Scenario;
  readonly #name: (name: string) => string;
  readonly #witness: Witness | undefined;
  #handedOver: Promise<HandedOver> | undefined;

  constructor(scenario: Scenario, name: (name: string) => string, witness?: Witness) {
    this.#scenario = scenario;
    this.#name = name;
    this.#witness = witness;
  }

  /** The Pulumi program for a set of parameters. */
  program(parameters: object): PulumiFn {
    return async () => {
      const transformation = this.#witness?.();
      if (transformation) pulumi.runtime.registerStackTransformation(transformation);
      const resources = this.#scenario.deploy({ name: this.#name, parameters });
      const outputs = Object.entries(resources).map(([name, { outputs }]) => [name, outputs] as const);
      this.#handedOver = new Promise((resolve) => {
        pulumi.all(Object.fromEntries(outputs)).apply((values) => {
          resolve(values);
        });
      });
    };
  }

  /** What the components have handed over. To be asked after the engine has succeeded with the program. */
  async deployed(): Promise<HandedOver> {
    if (!this.#handedOver) throw new Error(`Nothing of ${this.#scenario.id} has been deployed yet.`);
    return this.#handedOver;
  }
}

/** Asked once for each deployment: what it returns sees every resource before it is registered, and may change it. */
export type Witness = () => pulumi.ResourceTransformation;

/** By the names that the scenario gives its resources. */
export type HandedOver = Readonly<Record<string, object>>;
