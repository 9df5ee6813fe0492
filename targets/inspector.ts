import * as z from "zod";
import { UserError } from "../errors/userError.ts";

/** Where a table is. */
export interface TablePlace {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
}

const refusal = z.object({ message: z.string() });
const inspected = z.object({
  tableArn: z.string(),
  keyArn: z.string().nullable(),
  items: z.array(z.object({ key: z.string(), bytes: z.base64() })),
});

/** A table as it is stored: its items encrypted, with names that do not tell their keys. */
export type InspectedTable = z.infer<typeof inspected>;

/** Asks an embedded AWS for the stored bytes of a table. Throws a UserError if there is no such table. */
export async function inspectTable(
  { url, controlToken }: { readonly url: string; readonly controlToken: string },
  { name, accountId, region }: TablePlace,
): Promise<InspectedTable> {
  const path = ["_keylab", "inspect", "tables", accountId, region, name].map(encodeURIComponent).join("/");
  const answer = await fetch(new URL(`/${path}`, url), { headers: { "x-keylab-token": controlToken } });
  const body: unknown = await answer.json();
  if (answer.ok) return inspected.parse(body);
  if (answer.status >= 500) throw new Error(`The control route ${path} answered ${answer.status}.`);
  throw new UserError(refusal.parse(body).message, "Check the name, and give --account and --region if need be.");
}
