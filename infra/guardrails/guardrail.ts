/** Inputs of a resource by name, as Pulumi sends them to the provider. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A rule that every resource of some types keeps. */
export interface Guardrail {
  /** By which people speak of it, such as `customer-keys-rotate`. */
  readonly name: string;
  /** Why it is a rule: one sentence. */
  readonly reason: string;
  /** The resource types that it is about, such as `aws:kms/key:Key`. */
  readonly types: readonly string[];
  /** The inputs that it looks at: it is asked when all of them are known. */
  readonly inputs: readonly string[];
  /** What is wrong with the inputs, to complete the sentence "Key "workshop" …"; nothing if all is right. */
  readonly problem: (inputs: Inputs) => string | undefined;
}
