/** What the pages tell times by. */
export interface PageClock {
  /** By the target's clock, in milliseconds since 1970. */
  readonly now: number;
  /** The time zone of whoever reads: `Europe/Zurich`. `UTC` until the browser has told. */
  readonly zone: string;
}

/** The clock of a view as it was seen, for whoever's zone is not known. */
export function clockOf({ now }: { readonly now: string }): PageClock {
  return { now: Date.parse(now), zone: "UTC" };
}
