import type {
  ContinuousBackupsDescription,
  PointInTimeRecoveryDescription,
  PointInTimeRecoverySpecification,
} from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { validationException } from "./errors.ts";

const day = 24 * 60 * 60 * 1000;
const defaultDays = 35;

/**
 * Whether a table could be restored to a point in time. Continuous backups themselves are "enabled" on every table, as on AWS,
 * where the word means nothing without the recovery. The items' history is not kept: what can be restored is the present.
 */
export class PointInTimeRecovery {
  #enabledAt?: Date;
  #days = defaultDays;

  get isEnabled(): boolean {
    return this.#enabledAt !== undefined;
  }

  /** Throws ValidationException for a period of what is not to be; the message was recorded. */
  update(specification: Input<PointInTimeRecoverySpecification>, now: Date): void {
    const { PointInTimeRecoveryEnabled: enabled, RecoveryPeriodInDays: days } = specification;
    if (!enabled && days !== undefined) {
      throw validationException(
        "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.",
      );
    }
    this.#enabledAt = enabled ? (this.#enabledAt ?? now) : undefined;
    this.#days = days ?? defaultDays;
  }

  describe(now: Date): ContinuousBackupsDescription {
    return { ContinuousBackupsStatus: "ENABLED", PointInTimeRecoveryDescription: this.#recovery(now) };
  }

  #recovery(now: Date): PointInTimeRecoveryDescription {
    if (!this.#enabledAt) return { PointInTimeRecoveryStatus: "DISABLED" };
    const earliest = Math.max(this.#enabledAt.getTime(), now.getTime() - this.#days * day);
    return {
      PointInTimeRecoveryStatus: "ENABLED",
      RecoveryPeriodInDays: this.#days,
      EarliestRestorableDateTime: new Date(earliest),
      LatestRestorableDateTime: now,
    };
  }
}
