import * as z from "zod";

import type { Guardrail } from "./guardrail.ts";

const encryption = z.object({ enabled: z.literal(true), kmsKeyArn: z.string().min(1) });

/** Source: DynamoDB Developer Guide, "DynamoDB encryption at rest". */
export const tablesUnderACustomerKey: Guardrail = {
  name: "tables-under-a-customer-key",
  reason: "Only a key of one's own has a policy of one's own, which says who reads the table.",
  types: ["aws:dynamodb/table:Table"],
  inputs: ["serverSideEncryption"],
  problem: ({ serverSideEncryption }) =>
    encryption.safeParse(serverSideEncryption).success ? undefined : "is not under a customer managed key",
};
