import { randomInt } from "node:crypto";
import type { Clock } from "../clock.ts";
import { sameText } from "./sameText.ts";

/** How long a token works, in milliseconds. */
export const tokenLifetime = 10 * 60_000;

/** Nothing that is taken for something else when it is typed: no 0, 1, i, l, o. */
const letters = "23456789abcdefghjkmnpqrstuvwxyz";

/** Five groups of five letters, which is more than 120 bits. */
const groups = 5;

/** Tokens that let somebody in once each. They are kept nowhere but in memory. */
export class OneTimeTokens {
  readonly #clock: Clock;
  #tokens: readonly { readonly text: string; readonly expires: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new token, to be told to one person. */
  make(): string {
    const text = Array.from({ length: groups }, group).join("-");
    this.#tokens = [...this.#alive(), { text, expires: this.#clock() + tokenLifetime }];
    return text;
  }

  /** Whether a text is a token that works; from now on it does not. Large letters and spaces around it are forgiven. */
  spend(text: string): boolean {
    const given = text.trim().toLowerCase();
    const alive = this.#alive();
    const kept = alive.filter((token) => !sameText(token.text, given));
    this.#tokens = kept;
    return kept.length < alive.length;
  }

  #alive(): { readonly text: string; readonly expires: number }[] {
    const now = this.#clock();
    return this.#tokens.filter(({ expires }) => expires > now);
  }
}

function group(): string {
  return Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
}
