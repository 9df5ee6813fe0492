import { answerPlaceholder } from "./answers.ts";

/** What only AWS can have made up: a UUID, an id of EC2, a token, a key of some kind. */
const madeUp = /[0-9a-f]{8}-[0-9a-f]{4}-|^(vol|snap)-[0-9a-f]{17}$|^[A-Za-z0-9+/=]{40,}$/;

/** Knows which values come from earlier answers, and from nowhere else. */
export class AnswerBook {
  readonly #knownIds: readonly string[];
  readonly #placeholders = new Map<string, string>();

  /** @param knownIds those of resources, which have placeholders of their own */
  constructor(knownIds: Iterable<string>) {
    this.#knownIds = [...knownIds];
  }

  /** Remembers what is made up in the answer to a command, which is numbered from 1. */
  note(command: number, output: object): void {
    for (const [path, value] of leaves(output)) {
      if (typeof value === "string" && !this.#isWorthNoting(value)) continue;
      this.#placeholders.set(keyOf(value), answerPlaceholder({ command, path }));
    }
  }

  #isWorthNoting(text: string): boolean {
    return madeUp.test(text) && !this.#knownIds.some((id) => text.includes(id));
  }

  /** The placeholder for a value, if an answer had it; the latest, where several had. */
  placeholderOf(value: string | Uint8Array): string | undefined {
    return this.#placeholders.get(keyOf(value));
  }
}

function keyOf(value: string | Uint8Array): string {
  return typeof value === "string" ? `text ${value}` : `bytes ${Buffer.from(value).toString("base64")}`;
}

/** No list, and no stream. */
function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Texts and bytes, with their paths. Lists are left out: nothing says which of their items is meant. */
function leaves(value: object, parents: readonly string[] = []): readonly (readonly [string, string | Uint8Array])[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const path = [...parents, name];
    if (typeof member === "string" || member instanceof Uint8Array) return [[path.join("."), member] as const];
    return name !== "$metadata" && isPlainObject(member) ? leaves(member, path) : [];
  });
}
