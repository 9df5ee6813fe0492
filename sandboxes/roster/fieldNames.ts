/** What a roster can say of a student. */
export const fieldNames = ["id", "name", "email", "group", "role", "account", "region"] as const;

export type FieldName = (typeof fieldNames)[number];
