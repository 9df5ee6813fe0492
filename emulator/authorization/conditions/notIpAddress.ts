import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { ipAddress } from "./ipAddress.ts";

/** Everything that `IpAddress` does not match. */
export const notIpAddress: ConditionOperator = negation(ipAddress, "NotIpAddress");
