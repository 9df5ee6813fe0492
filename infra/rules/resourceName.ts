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

/** The name of a trail. Source: CloudTrail User Guide, "CloudTrail trail naming requirements". */
export const trailName: Rule<string> = {
  allowed: 'a name of 3 to 128 letters, digits and single "._-" between them that is no IP address',
  accepts: (name) => /^(?=.{3,128}$)(?!\d+\.\d+\.\d+\.\d+$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/.test(name),
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
