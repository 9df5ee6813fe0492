import type { TableClass, TableClassSummary } from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";

const day = 24 * 60 * 60 * 1000;
const window = 30 * day;
const maximumChanges = 2;

/**
 * The class of a table. None has been named: it is STANDARD, and not shown.
 * Source of the quota: DynamoDB Developer Guide, "Considerations when switching table classes"; recorded answers.
 */
export class TableClassSetting {
  #tableClass?: TableClass;
  #changes: Date[] = [];

  constructor(tableClass?: TableClass) {
    this.#tableClass = tableClass;
  }

  /** Throws LimitExceededException for a third change within 30 days, and then also for none. */
  update(tableClass: TableClass, now: Date): void {
    if (this.#tableClass === undefined && tableClass === "STANDARD") return;
    const recent = this.#changes.filter((date) => date.getTime() > now.getTime() - window);
    if (recent.length >= maximumChanges) {
      throw new AwsError(
        "LimitExceededException",
        `Subscriber limit exceeded: Updates to TableClass are limited to ${maximumChanges} times in 30 day(s).`,
      );
    }
    if (tableClass === this.#tableClass) return;
    this.#tableClass = tableClass;
    this.#changes = [...recent, now];
  }

  describe(): TableClassSummary | undefined {
    return this.#tableClass && { TableClass: this.#tableClass, LastUpdateDateTime: this.#changes.at(-1) };
  }
}
