/**
 * As IAM names operations that change something: all others can be tried again and again. What is invoked runs, and keeps what it
 * was given when it began.
 */
const verbs = [
  "Attach",
  "Cancel",
  "Change",
  "Create",
  "Delete",
  "Disable",
  "Enable",
  "Import",
  "Invoke",
  "Put",
  "Retire",
  "Revoke",
  "Rotate",
  "Schedule",
  "Tag",
  "Update",
];

/** Whether an operation, as `kms:CreateGrant`, changes something, so that it is not tried again once it was allowed. */
export function changesSomething(operation: string): boolean {
  const [, name = ""] = operation.split(":");
  return verbs.some((verb) => name.startsWith(verb));
}
