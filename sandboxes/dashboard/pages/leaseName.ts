import type { LeaseView } from "../../desk.ts";

/** What a sandbox is called among people: by its students. */
export function leaseName({ students }: LeaseView): string {
  return students.map(({ id, name }) => name ?? id).join(", ");
}
