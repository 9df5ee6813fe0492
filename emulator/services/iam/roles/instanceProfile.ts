import type { Role } from "./role.ts";

/** What hands a role to EC2 instances. */
export interface InstanceProfile {
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  /** `AIPA…` */
  readonly id: string;
  readonly arn: string;
  readonly createdAt: Date;
  tags: ReadonlyMap<string, string>;
  /** One at most. Source: IAM User Guide, "IAM and AWS STS quotas". */
  role?: Role;
}
