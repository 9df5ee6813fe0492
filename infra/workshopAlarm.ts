import type * as pulumi from "@pulumi/pulumi";

import type { AlarmOutputs } from "./alarmOutputs.ts";
import type { Component } from "./component.ts";
import type { EncryptedTable } from "./encryptedTable.ts";
import type { EncryptionKey } from "./encryptionKey.ts";
import { EventAlarm } from "./eventAlarm.ts";
import { TableAlarm } from "./tableAlarm.ts";
import type { Tags } from "./tags.ts";

/** An alarm of a workshop. */
export type WorkshopAlarm = KeyAlarm | TableReadsAlarm;

/**
 * An alarm on what happens to the workshop's key: its deletion is scheduled, or somebody still uses it while its deletion is
 * pending. The account needs a trail: CloudTrail tells EventBridge of calls where there is one.
 * Source: KMS Developer Guide, "Create an alarm that detects use of a KMS key pending deletion".
 */
export interface KeyAlarm {
  readonly alarmName: string;
  readonly on: "key-deletion" | "use-pending-deletion";
}

/** An alarm on how much is read of one of the workshop's tables. */
export interface TableReadsAlarm {
  readonly alarmName: string;
  readonly on: "table-reads";
  readonly tableName: string;
  /** Above how many read capacity units in five minutes the alarm goes off. */
  readonly consumedReadCapacityUnits: number;
}

/** What the alarms of a workshop watch. */
export interface Watched {
  readonly key: EncryptionKey;
  /** By table name. */
  readonly tables: Readonly<Record<string, EncryptedTable>>;
  readonly tags?: Tags;
}

/**
 * Creates an alarm of a workshop.
 *
 * @throws Error when the alarm is on a table that the workshop lacks, which `checkWorkshop` refuses before.
 */
export function workshopAlarm(
  name: string,
  alarm: WorkshopAlarm,
  { key, tables, tags }: Watched,
  options: pulumi.ComponentResourceOptions,
): Component<AlarmOutputs> {
  const { alarmName } = alarm;
  if (alarm.on === "table-reads") {
    const table = tables[alarm.tableName];
    if (table === undefined) throw new Error(`The alarm ${alarmName} is on ${alarm.tableName}, which is no table.`);
    const { consumedReadCapacityUnits } = alarm;
    return new TableAlarm(name, { alarmName, table, consumedReadCapacityUnits, tags }, options);
  }
  return new EventAlarm(name, { alarmName, eventPattern: keyPattern(alarm.on, key), tags }, options);
}

function keyPattern(on: KeyAlarm["on"], key: EncryptionKey) {
  const what =
    on === "key-deletion"
      ? { eventName: ["ScheduleKeyDeletion"] }
      : { errorMessage: [{ suffix: " is pending deletion." }] };
  return {
    source: ["aws.kms"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { ...what, resources: { ARN: [key.arn] } },
  };
}
