import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";

import { admin, call, construct, create, type Properties } from "./mockedAws.ts";

/** What a program did under `deploy`. */
export interface Deployment<Result> {
  /** What the program returned. */
  readonly result: Result;
  /** The inputs of the resources and components that a provider makes, by type and name: `kms/key:Key workshop`. */
  readonly resources: Readonly<Record<string, Properties>>;
  /** The components by type and name: `keylab:infra:EncryptionKey workshop`. */
  readonly components: readonly string[];
  /** The inputs of the calls of the provider's functions, with their names. */
  readonly calls: readonly [name: string, inputs: Properties][];
}

/** Settings of the mocked provider. */
export interface MockOptions {
  /** The ARN of whoever deploys. Default: `admin`. */
  readonly caller?: string;
  /** Whether the program is only previewed: what AWS would add is unknown then. Default: false. */
  readonly preview?: boolean;
}

const properties = z.record(z.string(), z.unknown());

/**
 * Runs a program against a provider that creates nothing and takes notes. Pulumi's mocks belong to the process, so one
 * program runs at a time; it is over when all that it registered has been answered.
 */
export async function deploy<Result>(
  program: () => Result,
  options: MockOptions = {},
): Promise<Deployment<Awaited<Result>>> {
  const { caller = admin, preview = false } = options;
  const resources: Record<string, Properties> = {};
  const components: string[] = [];
  const calls: [string, Properties][] = [];
  const mocks: pulumi.runtime.Mocks = {
    newResource({ custom, type, name, inputs: given }) {
      const inputs = properties.parse(given);
      const made = construct(type, name, inputs);
      if (custom !== true && made === undefined) {
        components.push(`${type} ${name}`);
        return { id: undefined, state: {} };
      }
      resources[`${type.replace(/^aws:/, "")} ${name}`] = inputs;
      if (made !== undefined) return { id: undefined, state: preview ? {} : made };
      return preview ? { id: undefined, state: { ...inputs } } : create(type, name, inputs);
    },
    call({ token, inputs }) {
      const given = properties.parse(inputs);
      calls.push([token.split(":").at(-1) ?? "", given]);
      return call(token, given, caller);
    },
  };
  await pulumi.runtime.setMocks(mocks, "keylab", "test", preview, "organization");
  const result = await program();
  await pulumi.runtime.disconnect();
  return { result, resources, components: components.sort(), calls };
}

/** The value of an Output. */
export function valueOf<Value>(output: pulumi.Output<Value>): Promise<Value> {
  return new Promise((resolve) => output.apply(resolve));
}

/** What the provider is sent for an input that is a Pulumi secret. */
export function secretInput(value: string): Properties {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** The sentence with which a program is refused, after checking that nothing was registered before. */
export async function refusalOf(program: () => unknown): Promise<string> {
  const { result, resources, components } = await deploy(() => messageOf(program));
  const registered = [...components, ...Object.keys(resources)];
  return registered.length === 0 ? result : `refused only after registering ${registered.join(", ")}: ${result}`;
}

async function messageOf(program: () => unknown): Promise<string> {
  try {
    await program();
    return "not refused";
  } catch (error) {
    if (error instanceof pulumi.RunError) return error.message;
    throw error;
  }
}
