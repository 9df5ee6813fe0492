/** The last part of a Pulumi type: `Key` of `aws:kms/key:Key`. */
export function shortType(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}
