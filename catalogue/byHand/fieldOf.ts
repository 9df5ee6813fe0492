/** One of the values that the AWS CLI has answered as text, counted from 1, as a word of shell. */
export function fieldOf(variable: string, field: number): string {
  return `"$(echo "$${variable}" | cut -f${field})"`;
}
