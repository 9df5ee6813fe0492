/** What is wrong with a value that has to be `true` or `false`, in any case of letters. */
export function checkBoolean(stated: string): string | undefined {
  return /^(?:true|false)$/i.test(stated) ? undefined : `'${stated}' is neither 'true' nor 'false'`;
}
