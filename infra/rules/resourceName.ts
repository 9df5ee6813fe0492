import type { Rule } from "./rule.ts";

/** The name of a DynamoDB table. Source: DynamoDB Developer Guide, "Naming rules". */
export const tableName: Rule<string> = {
  allowed: 'a name of 3 to 255 letters, digits, "_", "-" and "."',
  accepts: (name) => /^[\w.-]{3,255}$/.test(name),
};

/** The name of a secret. Source: Secrets Manager API Reference, CreateSecret. */
export const secretName: Rule<string> = {
  allowed: 'a name of 1 to 512 letters, digits and "/_+=.@-"',
  accepts: (name) => /^[\w/+=.@-]{1,512}$/.test(name),
};

/** The name of an IAM user. Source: IAM API Reference, CreateUser. */
export const userName: Rule<string> = {
  allowed: 'a name of 1 to 64 letters, digits and "_+=,.@-"',
  accepts: (name) => /^[\w+=,.@-]{1,64}$/.test(name),
};

/** The name of an IAM role. Source: IAM API Reference, CreateRole. */
export const roleName: Rule<string> = userName;

/**
 * The name of a trail, short and plain enough for the name of its bucket, which has the account's id after it.
 * Source: CloudTrail User Guide, "CloudTrail trail naming requirements"; S3 User Guide, "General purpose bucket naming rules".
 */
export const trailName: Rule<string> = {
  allowed: "a name of 3 to 50 small letters, digits and single hyphens between them",
  accepts: (name) => /^(?=.{3,50}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(name),
};

/** The name of an EventBridge rule. Source: EventBridge API Reference, PutRule. */
export const eventRuleName: Rule<string> = {
  allowed: 'a name of 1 to 64 letters, digits, "_", "-" and "."',
  accepts: (name) => /^[\w.-]{1,64}$/.test(name),
};

/** The name of an alarm. Source: CloudWatch API Reference, PutMetricAlarm. */
export const alarmName: Rule<string> = {
  allowed: "a name of 1 to 255 characters",
  accepts: (name) => name.length >= 1 && name.length <= 255,
};
