import type { Clock } from "../clock.ts";
import type { Grant } from "../services/kms/grant.ts";
import { SeededRandom } from "../seededRandom.ts";
import { EventualValues, sameItems } from "./eventualValues.ts";
import type { LagKind, LagSettings } from "./lagSettings.ts";
import type { IdentityPolicies, Visibility, Visible } from "./visibility.ts";

/** All things of one kind as they were written, by name. */
export type Written = { readonly [Kind in keyof Visible]: ReadonlyMap<string, Visible[Kind]> };

/** Which changes take the time of which setting. */
const lagKindOf: Readonly<Record<keyof Visible, LagKind>> = {
  credential: "iam",
  policies: "iam",
  trustPolicy: "iam",
  uniqueId: "iam",
  keyPolicy: "keyPolicy",
  grants: "grant",
  aliasTarget: "alias",
  aliasNames: "alias",
};

/**
 * Changes are visible some time after they were written, on the instance's clock. After each operation that changes something
 * it is looked at what has changed: stores and operations know nothing of it.
 */
export class AfterAWhile implements Visibility {
  readonly #settings: LagSettings;
  readonly #random: SeededRandom;
  readonly #clock: Clock;
  readonly #written: () => Written;
  #values = noValues();
  #hasBegun = false;

  /** @param written finds everything as it is written; asked after each change */
  constructor(settings: LagSettings, clock: Clock, written: () => Written) {
    this.#settings = settings;
    this.#random = new SeededRandom(settings.seed);
    this.#clock = clock;
    this.#written = written;
  }

  see<Kind extends keyof Visible>(
    kind: Kind,
    name: string,
    written: Visible[Kind] | undefined,
  ): Visible[Kind] | undefined {
    return this.#values[kind].at(name, this.#clock.now().getTime(), written);
  }

  wrote(service: string): void {
    // What is there from the start is visible from the start: what nobody has noted is seen as it is written.
    if (!this.#hasBegun || (service !== "iam" && service !== "kms")) return;
    const now = this.#clock.now().getTime();
    const visibleFrom = {
      iam: now + this.#delay("iam"),
      keyPolicy: now + this.#delay("keyPolicy"),
      grant: now + this.#delay("grant"),
      alias: now + this.#delay("alias"),
    };
    this.#note(now, visibleFrom);
  }

  settle(): void {
    this.#hasBegun = true;
    this.#values = noValues();
    const now = this.#clock.now().getTime();
    this.#note(now, { iam: now, keyPolicy: now, grant: now, alias: now });
  }

  #note(now: number, visibleFrom: Readonly<Record<LagKind, number>>): void {
    const written = this.#written();
    for (const kind of kinds) noteKind(this.#values, written, kind, now, visibleFrom[lagKindOf[kind]]);
  }

  #delay(kind: LagKind): number {
    const range = this.#settings.delays[kind];
    return range ? this.#random.within(range) : 0;
  }
}

const kinds = [
  "credential",
  "policies",
  "trustPolicy",
  "uniqueId",
  "keyPolicy",
  "grants",
  "aliasTarget",
  "aliasNames",
] as const satisfies readonly (keyof Visible)[];

function noteKind<Kind extends keyof Visible>(
  values: { readonly [Each in Kind]: EventualValues<Visible[Each]> },
  written: Pick<Written, Kind>,
  kind: Kind,
  now: number,
  visibleFrom: number,
): void {
  values[kind].note(written[kind], now, visibleFrom);
}

/** A key is made together with its policy, which is visible at once; changes of it are not. */
function noValues(): { readonly [Kind in keyof Visible]: EventualValues<Visible[Kind]> } {
  return {
    // Whether the key works; the user whom it speaks for is asked for anew each time.
    credential: new EventualValues({ isSame: () => true }),
    policies: new EventualValues({ isSame: samePolicies }),
    trustPolicy: new EventualValues(),
    uniqueId: new EventualValues(),
    keyPolicy: new EventualValues({ isVisibleWhenNew: true }),
    grants: new EventualValues<readonly Grant[]>({ isSame: sameItems }),
    aliasTarget: new EventualValues(),
    aliasNames: new EventualValues<readonly string[]>({ isSame: sameItems }),
  };
}

function samePolicies(one: IdentityPolicies, other: IdentityPolicies): boolean {
  return one.boundary === other.boundary && sameItems(one.identity, other.identity);
}
