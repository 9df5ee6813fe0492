import { UserError } from "../../errors/userError.ts";
import { withoutHyphens } from "../roster/checkCell.ts";
import { decodeText } from "../roster/decodeText.ts";
import type { Problem } from "../roster/problem.ts";
import { readTable, type Row } from "../roster/readTable.ts";
import { refuseProblems } from "../roster/refuseProblems.ts";
import { accountFields, type AccountField } from "./accountFields.ts";
import { checkAccountCell } from "./checkAccountCell.ts";
import type { SandboxAccount } from "./sandboxAccount.ts";

const endings = [".csv", ".tsv", ".txt"];

/**
 * The accounts in which sandboxes may be, by a table (`.csv`, `.tsv`, `.txt`), in the order of the file.
 *
 * @throws UserError for a file of another kind, for text in another encoding, and for everything that is wrong in it at once.
 */
export function readAccounts(file: { readonly name: string; readonly bytes: Uint8Array }): readonly SandboxAccount[] {
  const text = decodeText(file);
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
    throw new UserError(
      `What ${file.name} is cannot be told from its name.`,
      `Give it one of these endings: ${endings.join(", ")}.`,
    );
  }
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const rows = readTable(text, { fields: accountFields, required: "account", subject: "account" }, report);
  checkRows(rows, report);
  refuseProblems(file.name, problems);
  return rows.flatMap(accountIn);
}

function checkRows(rows: readonly Row<AccountField>[], report: (problem: Problem) => void): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const own = accountOf(row);
    const { line, column } = row;
    if (own === undefined && row.requiredIsTold !== true) {
      report({ line, column, field: "account", says: "The row has no account. Each has one of its own." });
    }
    for (const [field, { text, ...place }] of row.cells) {
      const says = checkAccountCell(field, text, own);
      if (says !== undefined) report({ ...place, field, says });
    }
    if (own === undefined) continue;
    const first = lines.get(own);
    if (first === undefined) lines.set(own, line);
    else report({ line, column, field: "account", says: `The account ${own} is that of line ${first} as well.` });
  }
}

function accountOf({ cells }: Row<AccountField>): string | undefined {
  const text = cells.get("account")?.text;
  const account = text === undefined ? undefined : withoutHyphens(text);
  return account;
}

function accountIn(row: Row<AccountField>): readonly SandboxAccount[] {
  const account = accountOf(row);
  if (account === undefined) return [];
  const textOf = (field: AccountField) => row.cells.get(field)?.text;
  const [role, externalId, region] = [textOf("role"), textOf("external_id"), textOf("region")];
  return [
    {
      account,
      ...(role !== undefined && { role }),
      ...(externalId !== undefined && { externalId }),
      ...(region !== undefined && { region }),
    },
  ];
}
