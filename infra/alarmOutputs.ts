/** What every component with a CloudWatch alarm hands over. */
export interface AlarmOutputs {
  readonly alarmName: string;
}
