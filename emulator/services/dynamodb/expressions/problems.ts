import { ExpressionError } from "./expressionError.ts";

/**
 * Collects what is wrong with an expression while it is parsed. DynamoDB tells one problem: not the first that it meets,
 * but the first of the gravest kind.
 */
export class Problems<Kind extends string> {
  readonly #found = new Map<Kind, string>();
  readonly #order: readonly Kind[];

  /** @param order the kinds, the gravest first */
  constructor(order: readonly Kind[]) {
    this.#order = order;
  }

  add(kind: Kind, message: string): void {
    if (!this.#found.has(kind)) this.#found.set(kind, message);
  }

  has(kind: Kind): boolean {
    return this.#found.has(kind);
  }

  /** The gravest problem of these kinds. */
  gravest(kinds: readonly Kind[] = this.#order): string | undefined {
    const kind = kinds.find((candidate) => this.#found.has(candidate));
    return kind && this.#found.get(kind);
  }

  throwGravest(): void {
    const message = this.gravest();
    if (message !== undefined) throw new ExpressionError(message);
  }
}
