/** A rotation that has begun: its function is to be run. */
export interface BegunRotation {
  readonly accountId: string;
  readonly region: string;
  readonly secretArn: string;
  readonly lambdaArn: string;
  /** The id of the version that it makes. */
  readonly token: string;
}

/** Where it is told that a rotation has begun; whoever runs functions listens. */
export class RotationStarts {
  readonly #listeners: ((begun: BegunRotation) => void)[] = [];

  tell(begun: BegunRotation): void {
    for (const hear of this.#listeners) hear(begun);
  }

  onBegin(hear: (begun: BegunRotation) => void): void {
    this.#listeners.push(hear);
  }
}
