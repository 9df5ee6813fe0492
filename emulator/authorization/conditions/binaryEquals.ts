import type { ConditionOperator } from "./conditionOperator.ts";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Byte for byte; both values are written in Base64. Source: IAM User Guide, "Binary condition operators". */
export const binaryEquals: ConditionOperator = {
  name: "BinaryEquals",
  matches: (requested, stated) =>
    base64.test(requested) &&
    base64.test(stated) &&
    Buffer.from(requested, "base64").equals(Buffer.from(stated, "base64")),
  check: (stated) => (base64.test(stated) ? undefined : `'${stated}' is not written in Base64`),
};
