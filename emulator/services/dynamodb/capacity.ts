import type {
  BillingMode,
  BillingModeSummary,
  ProvisionedThroughput,
  ProvisionedThroughputDescription,
} from "@aws-sdk/client-dynamodb";
import { AwsError } from "../../awsError.ts";
import { invalidParameter, validationException } from "./errors.ts";
import type { TableDefinition } from "./storage/itemStorage.ts";
import { ThroughputDecreases } from "./throughputDecreases.ts";

/** Read and write capacity units. */
interface Units {
  readonly read: number;
  readonly write: number;
}

const day = 24 * 60 * 60 * 1000;

/** Switches to billing per request in 24 hours. Source: DynamoDB Developer Guide, "Quotas". */
const maximumSwitches = 4;

const none: Units = { read: 0, write: 0 };

/** How a table is billed, and for which throughput. Sources of rules and messages: dynalite; recorded answers. */
export class Capacity {
  #mode: BillingMode;
  #units: Units;
  #lastUpdateToPayPerRequest?: Date;
  #lastIncrease?: Date;
  readonly #decreases = new ThroughputDecreases();
  #switches: Date[] = [];

  /** The definition has been checked by the item storage. */
  constructor({ BillingMode = "PROVISIONED", ProvisionedThroughput: throughput }: TableDefinition, now: Date) {
    this.#mode = BillingMode;
    this.#units = throughput ? unitsOf(throughput) : none;
    if (BillingMode === "PAY_PER_REQUEST") this.#lastUpdateToPayPerRequest = now;
  }

  /**
   * Changes billing mode or throughput. `indexNames` are the table's global secondary indexes.
   * Throws ValidationException for what DynamoDB refuses.
   */
  update(
    change: { readonly BillingMode?: BillingMode; readonly ProvisionedThroughput?: ProvisionedThroughput },
    indexNames: readonly string[],
    now: Date,
  ): void {
    const mode = change.BillingMode ?? this.#mode;
    const units = change.ProvisionedThroughput && unitsOf(change.ProvisionedThroughput);
    if (mode === "PAY_PER_REQUEST") {
      if (units) {
        throw invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
        );
      }
      this.#payPerRequest(now);
      return;
    }
    if (!units) throw invalidParameter("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    this.#provision(units, indexNames, now);
  }

  /** As a new table would be told to be like this one. */
  get definition(): Pick<TableDefinition, "BillingMode" | "ProvisionedThroughput"> {
    if (this.#mode === "PAY_PER_REQUEST") return { BillingMode: this.#mode, ProvisionedThroughput: undefined };
    const { read: ReadCapacityUnits, write: WriteCapacityUnits } = this.#units;
    return { BillingMode: this.#mode, ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits } };
  }

  /** The members of a table's description that are about capacity, at the instance's time `now`. */
  describe(now: Date): {
    ProvisionedThroughput: ProvisionedThroughputDescription;
    BillingModeSummary?: BillingModeSummary;
  } {
    return {
      BillingModeSummary: this.#lastUpdateToPayPerRequest && {
        BillingMode: this.#mode,
        LastUpdateToPayPerRequestDateTime: this.#lastUpdateToPayPerRequest,
      },
      ProvisionedThroughput: {
        LastIncreaseDateTime: this.#lastIncrease,
        LastDecreaseDateTime: this.#decreases.last,
        NumberOfDecreasesToday: this.#decreases.numberOn(now),
        ReadCapacityUnits: this.#units.read,
        WriteCapacityUnits: this.#units.write,
      },
    };
  }

  /** The throughput of an index, which was `created` with it. */
  describeIndex(created: ProvisionedThroughput | undefined): ProvisionedThroughputDescription {
    const { read, write } = created && this.#mode === "PROVISIONED" ? unitsOf(created) : none;
    return { NumberOfDecreasesToday: 0, ReadCapacityUnits: read, WriteCapacityUnits: write };
  }

  #payPerRequest(now: Date): void {
    if (this.#mode === "PAY_PER_REQUEST") return;
    const recent = this.#switches.filter((date) => date.getTime() > now.getTime() - day);
    if (recent.length >= maximumSwitches) throw tooManySwitches(recent);
    this.#switches = [...recent, now];
    this.#mode = "PAY_PER_REQUEST";
    this.#units = none;
    this.#lastUpdateToPayPerRequest = now;
  }

  #provision(units: Units, indexNames: readonly string[], now: Date): void {
    const { read, write } = this.#units;
    if (this.#mode === "PAY_PER_REQUEST" && indexNames.length > 0) {
      throw invalidParameter(`ProvisionedThroughput must be specified for index: ${indexNames.join(",")}`);
    }
    if (this.#mode === "PROVISIONED" && units.read === read && units.write === write) throw unchanged(units);
    const decreases = units.read < read || units.write < write;
    if (decreases) this.#decreases.check(now);
    if (decreases) this.#decreases.record(now);
    if (units.read > read || units.write > write) this.#lastIncrease = now;
    this.#mode = "PROVISIONED";
    this.#units = units;
  }
}

function unitsOf({ ReadCapacityUnits = 0, WriteCapacityUnits = 0 }: ProvisionedThroughput): Units {
  return { read: ReadCapacityUnits, write: WriteCapacityUnits };
}

/** The message was seen in a public thread of a time when one switch was allowed. */
function tooManySwitches(recent: readonly Date[]) {
  const [first = new Date(0)] = recent;
  const next = new Date(first.getTime() + day);
  return new AwsError(
    "LimitExceededException",
    `Subscriber limit exceeded: Update to PayPerRequest mode are limited to ${maximumSwitches} times in 1 day(s). ` +
      `Last update at ${recent.at(-1)?.toUTCString()}. Next update can be made at ${next.toUTCString()}`,
  );
}

function unchanged({ read, write }: Units) {
  return validationException(
    "The provisioned throughput for the table will not change. The requested value equals the current value. " +
      `Current ReadCapacityUnits provisioned for the table: ${read}. Requested ReadCapacityUnits: ${read}. ` +
      `Current WriteCapacityUnits provisioned for the table: ${write}. Requested WriteCapacityUnits: ${write}. ` +
      "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.",
  );
}
