import { suggestion } from "../../infra/environment/suggestion.ts";
import { accountId } from "../../infra/rules/accountId.ts";
import { regionName } from "../../infra/rules/regionName.ts";
import { excelDamage } from "./excelDamage.ts";
import type { FieldName } from "./fieldNames.ts";
import { quoted } from "./quoted.ts";

export const roles = ["student", "assistant"] as const;

const longest = 256;

/** What turns a line of text around in a terminal or on a page (Unicode Standard Annex 9), and what ends lines there. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** What is wrong with the value of a field, in sentences. Nothing where it is right, as far as it can be told from the value alone. */
export function checkCell(field: FieldName, text: string): string | undefined {
  return checkText(text) ?? checks[field]?.(text);
}

/** What is wrong with a text, whatever it stands for. */
export function checkText(text: string): string | undefined {
  if (hidden.test(text))
    return `${quoted(text)} has a control character in it. Letters, digits and punctuation are expected.`;
  if (text.length > longest) return `${quoted(text)} has ${text.length} characters, and may have ${longest}.`;
  return undefined;
}

const checks: Readonly<Partial<Record<FieldName, (text: string) => string | undefined>>> = {
  id: (text) => {
    const damage = excelDamage(text);
    return damage && `${quoted(text)} is no id. ${damage}`;
  },
  email: (text) =>
    /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/.test(text)
      ? undefined
      : `${quoted(text)} is no e-mail address. One like zoe@example.com is expected.`,
  role: (text) =>
    roles.some((role) => role === text.toLowerCase())
      ? undefined
      : `There is no role ${quoted(text)}${suggestion(text, roles)}. Known are ${roles.join(" and ")}.`,
  account: checkAccount,
  region: (text) =>
    regionName.accepts(text) ? undefined : `${quoted(text)} is no region. Expected is ${regionName.allowed}.`,
};

function checkAccount(text: string): string | undefined {
  if (accountId.accepts(withoutHyphens(text))) return undefined;
  const says = `${quoted(text)} is no account. Expected is ${accountId.allowed}.`;
  const damage = excelDamage(text);
  if (damage !== undefined) return `${says} ${damage}`;
  if (!/^\d{1,11}$/.test(text)) return says;
  const lost = `It has ${text.length}: Excel leaves out zeros at the beginning`;
  return `${says} ${lost}. If that is so, give the column the format Text and type ${text.padStart(12, "0")}.`;
}

/** An account as the console shows it has hyphens: `1234-5678-9012`. */
export function withoutHyphens(account: string): string {
  return /^\d{4}-\d{4}-\d{4}$/.test(account) ? account.replaceAll("-", "") : account;
}
