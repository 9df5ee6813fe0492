import type { LastAccessedReport } from "./lastAccessedReport.ts";

/** Where the making of a report stands, as AWS shows it. */
export interface ShownJob {
  readonly JobStatus: "IN_PROGRESS" | "COMPLETED";
  readonly JobCreationDate: Date;
  readonly JobCompletionDate: Date | undefined;
}

/** Where the making of a report stands at a time. None fails. */
export function shownJob({ createdAt, completeAt }: LastAccessedReport, now: Date): ShownJob {
  const isComplete = now >= completeAt;
  return {
    JobStatus: isComplete ? "COMPLETED" : "IN_PROGRESS",
    JobCreationDate: createdAt,
    JobCompletionDate: isComplete ? completeAt : undefined,
  };
}
