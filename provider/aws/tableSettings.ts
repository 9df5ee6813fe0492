import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Comparison } from "../resource.ts";
import type { Aws } from "./aws.ts";

/** Whether a table can be restored to any moment of the last days. */
export const pointInTimeRecovery = z.strictObject({
  enabled: z.boolean(),
  recoveryPeriodInDays: z.int().min(1).max(35).optional(),
});

/** The attribute that says when an item expires. */
export const timeToLive = z.strictObject({ attributeName: z.string().optional(), enabled: z.boolean().optional() });

interface Settings {
  readonly pointInTimeRecovery?: z.output<typeof pointInTimeRecovery>;
  readonly ttl?: z.output<typeof timeToLive>;
}

/** Both off, or both on with one period. Where none is wanted, the present one will do. */
export const sameRecovery: Comparison = (was, willBe) => {
  const [one, other] = [was, willBe].map((value) => pointInTimeRecovery.catch({ enabled: false }).parse(value));
  const wanted = other?.recoveryPeriodInDays;
  const isPeriodKept = wanted === undefined || wanted === one?.recoveryPeriodInDays;
  return one?.enabled === other?.enabled && (other?.enabled !== true || isPeriodKept);
};

/** Both off, or both on with one attribute. */
export const sameTimeToLive: Comparison = (was, willBe) => {
  const [one, other] = [was, willBe].map((value) => expiry(timeToLive.catch({}).parse(value)));
  return one === other;
};

/** The attribute, where it has a meaning. */
function expiry({ attributeName, enabled = true }: z.output<typeof timeToLive>): string | undefined {
  return enabled && attributeName !== "" ? attributeName : undefined;
}

/** The settings of a table that DescribeTable does not tell. */
export async function tableSettings({ dynamodb }: Aws, TableName: string) {
  const [backups, expiring] = await Promise.all([
    dynamodb.send(new DescribeContinuousBackupsCommand({ TableName })),
    dynamodb.send(new DescribeTimeToLiveCommand({ TableName })),
  ]);
  const recovery = backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  const isRecoverable = recovery?.PointInTimeRecoveryStatus === "ENABLED";
  const { AttributeName: attributeName = "", TimeToLiveStatus = "" } = expiring.TimeToLiveDescription ?? {};
  const enabled = TimeToLiveStatus.startsWith("ENABL");
  return {
    pointInTimeRecovery: isRecoverable
      ? { enabled: true, recoveryPeriodInDays: recovery.RecoveryPeriodInDays }
      : { enabled: false },
    ttl: enabled ? { attributeName, enabled } : { attributeName: "", enabled },
  };
}

/** Changes those settings that are wanted otherwise; what is not named stays as it is. */
export async function setTableSettings(
  { dynamodb }: Aws,
  TableName: string,
  current: Settings,
  { pointInTimeRecovery: recovery, ttl }: Settings,
): Promise<void> {
  if (recovery !== undefined && !sameRecovery(current.pointInTimeRecovery, recovery)) {
    const { enabled, recoveryPeriodInDays } = recovery;
    const PointInTimeRecoverySpecification = {
      PointInTimeRecoveryEnabled: enabled,
      RecoveryPeriodInDays: enabled ? recoveryPeriodInDays : undefined,
    };
    await dynamodb.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  }
  if (ttl !== undefined && !sameTimeToLive(current.ttl, ttl)) {
    const wanted = expiry(ttl);
    const AttributeName = wanted ?? current.ttl?.attributeName;
    const TimeToLiveSpecification = { AttributeName, Enabled: wanted !== undefined };
    await dynamodb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
}
