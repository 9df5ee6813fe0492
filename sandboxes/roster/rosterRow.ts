import type { FieldName } from "./fieldNames.ts";
import type { Place } from "./problem.ts";

/** What a file says in one place, without the blanks around it. Never empty. */
export interface RosterCell extends Place {
  readonly text: string;
}

/** What a file says of one student, before it is known to be right. */
export interface RosterRow extends Place {
  readonly cells: ReadonlyMap<FieldName, RosterCell>;
  /** That it has no id was said already, of all rows at once. */
  readonly idIsTold?: boolean;
}
