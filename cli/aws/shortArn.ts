import { defaultAccountId } from "./defaults.ts";

/** An ARN without what goes without saying: `user/alice`, and `user/alice (111122223333)` outside of the default account. */
export function shortArn(arn: string): string {
  const [, accountId = "", rest] = /^arn:[^:]*:[^:]*:[^:]*:(\d*):(.+)$/s.exec(arn) ?? [];
  if (rest === undefined) return arn;
  return accountId === "" || accountId === defaultAccountId ? rest : `${rest} (${accountId})`;
}
