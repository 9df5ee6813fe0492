import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Alarm } from "./alarm.ts";
import { invalidValue } from "./cloudWatchError.ts";

/** The alarm of an ARN that somebody wants to tag. Throws InvalidParameterValueException and ResourceNotFoundException. */
export function findTaggedAlarm({ state, accountId, region }: CallContext, arn: string): Alarm {
  const name = alarmNameOf(arn);
  const alarm = state.monitoring.alarm(name);
  if (alarm?.arn === arn) return alarm;
  throw new AwsError("ResourceNotFoundException", `Unable to find alarm ${name} of ${accountId} in ${region}.`, {
    status: 404,
    members: { ResourceType: "alarm", ResourceId: arn },
  });
}

/** The name in an ARN. Throws InvalidParameterValueException for the ARN of anything but an alarm: nothing else is tagged here. */
export function alarmNameOf(arn: string): string {
  const [, name] = /^arn:aws:cloudwatch:[^:]+:\d{12}:alarm:(.+)$/.exec(arn) ?? [];
  if (name === undefined) throw invalidValue(`The value ${arn} for parameter ResourceARN is not the ARN of an alarm.`);
  return name;
}
