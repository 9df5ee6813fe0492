import type { Properties } from "./values.ts";

/** Something the author of the program or of the stack's configuration can mend; it is shown without a stack trace. */
export class ProviderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProviderError";
  }
}

/**
 * A recorded property without which a resource cannot be found. It is missing only while a resource is imported by its
 * id alone.
 *
 * @throws ProviderError naming the property
 */
export function recorded<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new ProviderError(`${name} is not recorded, and the id alone does not say which resource is meant`);
  }
  return value;
}

/** An input or setting that is refused: which one, and what is wrong with it. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/**
 * A resource that exists although its creation failed half-way. The engine records it by this id, so that the next
 * update finishes it and `destroy` removes it; without that it would be forgotten.
 */
export class PartlyCreated extends Error {
  readonly id: string;
  readonly state: Properties;
  readonly inputs: Properties;

  constructor(created: { id: string; state: Properties; inputs: Properties }, cause: unknown) {
    super(`created as ${created.id}, but not completed`, { cause });
    this.name = "PartlyCreated";
    this.id = created.id;
    this.state = created.state;
    this.inputs = created.inputs;
  }
}
