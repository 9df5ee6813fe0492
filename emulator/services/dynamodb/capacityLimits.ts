/** Capacity units of an account, for reading as for writing. Source: DynamoDB Developer Guide, "Quotas"; not enforced. */
export const accountMaximumUnits = 80_000;

/** Capacity units of a table or index, for reading as for writing. Source: the same page. */
export const tableMaximumUnits = 40_000;
