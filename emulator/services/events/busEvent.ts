/** An event as targets get it. Source: EventBridge User Guide, "Events"; the names of its members are AWS's own. */
export interface BusEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  /** `aws.kms`. */
  readonly source: string;
  readonly account: string;
  /** With whole seconds. */
  readonly time: string;
  readonly region: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly detail: object;
}
