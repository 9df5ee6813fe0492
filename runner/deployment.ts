import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation/index.js";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { SecondAccount } from "./target.ts";

/** With what a scenario is deployed. */
export interface DeploymentSettings {
  /** A physical name from the workshop's. */
  readonly name: (name: string) => string;
  readonly secondAccount?: SecondAccount;
  readonly witness?: Witness;
  /** What changes resources after the witness has seen them. Default: nothing. */
  readonly transformations?: readonly pulumi.ResourceTransformation[];
}

/**
 * What a scenario deploys, and what the deployed components have handed over. The program runs in this process, so the
 * values are taken as they become known; no secret of theirs becomes an output of the stack.
 */
export class Deployment {
  readonly #scenario: Scenario;
  readonly #settings: DeploymentSettings;
  #handedOver: Promise<HandedOver> | undefined;

  constructor(scenario: Scenario, settings: DeploymentSettings) {
    this.#scenario = scenario;
    this.#settings = settings;
  }

  /** The Pulumi program for a set of parameters. */
  program(parameters: object): PulumiFn {
    return async () => {
      const { witness, transformations = [] } = this.#settings;
      for (const transformation of [witness?.(), ...transformations]) {
        if (transformation) pulumi.runtime.registerStackTransformation(transformation);
      }
      const resources = this.#scenario.deploy({
        name: this.#settings.name,
        parameters,
        secondAccount: () => this.#secondAccount(),
      });
      const outputs = Object.entries(resources).map(([name, { outputs }]) => [name, outputs] as const);
      this.#handedOver = new Promise((resolve) => {
        pulumi.all(Object.fromEntries(outputs)).apply((values) => {
          resolve(values);
        });
      });
    };
  }

  #secondAccount(): SecondAccount {
    if (this.#settings.secondAccount) return this.#settings.secondAccount;
    throw new Error(`${this.#scenario.id} deploys to a second account and does not say that it needs one.`);
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
