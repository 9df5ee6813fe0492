const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A date as KMS writes it into CloudTrail records: `Apr 12, 2021 18:58:30 PM`.
 * Source: KMS Developer Guide, "ScheduleKeyDeletion" among the examples of log entries.
 */
export function cloudTrailDate(date: Date): string {
  const month = months[date.getUTCMonth()] ?? "";
  const half = date.getUTCHours() < 12 ? "AM" : "PM";
  return `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} ${half}`;
}
