import { LatestMap } from "../../../latestMap.ts";
import type { Principal } from "../../../principal.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import type { LastAccessedReport } from "./lastAccessedReport.ts";

/** How many reports of an account are kept. AWS says nowhere when it forgets one. */
const capacity = 1000;

/** The last accessed reports of an account. */
export class LastAccessedReports {
  readonly #reports = new LatestMap<string, LastAccessedReport>(capacity);

  add(report: LastAccessedReport): void {
    this.#reports.set(report.id, report);
  }

  /**
   * A report, for whoever asked for it: the same user, or the same session of a role. Throws NoSuchEntity.
   * Source: IAM API Reference, GenerateServiceLastAccessedDetails, on its answer.
   */
  find(id: string, caller: Principal): LastAccessedReport {
    const report = this.#reports.get(id);
    if (report && isSame(report.askedForBy, caller)) return report;
    throw noSuchEntity(`The report with the job id ${id} cannot be found.`);
  }
}

function isSame(one: Principal, other: Principal): boolean {
  return one.principalId === other.principalId && startOf(one) === startOf(other);
}

/** When a session of a role, or of a federated user, began; two of the same name are told apart by it. */
function startOf(principal: Principal): number | undefined {
  return "issuedAt" in principal ? principal.issuedAt.getTime() : undefined;
}
