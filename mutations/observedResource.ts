/** The inputs of a resource: plain values. May contain secrets. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A resource as a program registers it, before AWS or the provider add anything. */
export interface ObservedResource {
  /** As Pulumi names it, for example `key-alias`. */
  readonly name: string;
  /** For example `aws:kms/key:Key`. */
  readonly type: string;
  /** The component that it is part of; absent for components. */
  readonly parent?: string;
  /** What deploys it and its parts elsewhere than usual, by its key. Absent: as its parent, or as usual. */
  readonly provider?: string;
  readonly inputs: Inputs;
  /** The names of the inputs that are Pulumi secrets. */
  readonly secretInputs: readonly string[];
  /** As the provider names it; absent for components. */
  readonly id?: string;
  /** The resources whose outputs are among its inputs, by their keys. */
  readonly uses: readonly string[];
}

/** The resources of one deployment, by type and name. */
export type ObservedDeployment = ReadonlyMap<string, ObservedResource>;

/** Names are unique within a type. */
export function keyOf({ type, name }: Pick<ObservedResource, "name" | "type">): string {
  return `${type}::${name}`;
}
