import type { ConditionOperator } from "./conditionOperator.ts";
import { ipRange, isInRange } from "./ipRange.ts";

/** An address in a range in CIDR notation, or the address itself. Source: IAM User Guide, "IP address condition operators". */
export const ipAddress: ConditionOperator = {
  name: "IpAddress",
  matches: (requested, stated) => {
    const range = ipRange(stated);
    return range !== undefined && isInRange(requested, range);
  },
  check: (stated) =>
    ipRange(stated) ? undefined : `'${stated}' is neither an IP address nor a range in CIDR notation`,
};
