import type { FieldName } from "./fieldNames.ts";
import type { Cell, Row } from "./readTable.ts";

/** What a file says in one place, without the blanks around it. Never empty. */
export type RosterCell = Cell;

/** What a file says of one student, before it is known to be right. */
export type RosterRow = Row<FieldName>;
