import { UserError } from "../../errors/userError.ts";
import type { Roster } from "../student.ts";

const most = 1000;

/**
 * A class of which nothing is known but how many there are: `seat-01`, `seat-02` and so on, with as many digits as the last one needs.
 *
 * @throws UserError unless the count is a whole number from 1 to 1000.
 */
export function seats(count: number): Roster {
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new UserError(
      `A class has from 1 to ${most} seats, not ${count}.`,
      "Say how many there are as a whole number.",
    );
  }
  const digits = Math.max(2, String(count).length);
  const students = Array.from({ length: count }, (_, index) => ({
    id: `seat-${String(index + 1).padStart(digits, "0")}`,
    role: "student" as const,
  }));
  return { students, groups: [] };
}
