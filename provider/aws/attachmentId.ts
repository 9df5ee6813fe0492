/**
 * Who has which managed policy, out of the id of an attachment: `<name>/<policy ARN>`, by which the official provider imports it, or
 * `<name>-<policy ARN>`, as it is called once it is made. Undefined if it is neither.
 */
export function attachmentParts(id: string): { readonly name: string; readonly policyArn: string } | undefined {
  const [, name, policyArn] = /^(.+?)[-/](arn:.+)$/.exec(id) ?? [];
  return name === undefined || policyArn === undefined ? undefined : { name, policyArn };
}
