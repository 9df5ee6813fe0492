/** When rotations are due. All times are UTC. */
export interface Schedule {
  /** When the first window after a time opens. */
  next(after: Date): Date;
  /** How long a window is open. */
  readonly windowHours: number;
}

/** A schedule before a duration was chosen. */
export interface OpenSchedule extends Schedule {
  /** The longest window: it must not reach into the next one, nor into the next day. */
  readonly longestWindow: number;
}
