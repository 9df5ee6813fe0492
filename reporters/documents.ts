import { DocumentReporter } from "./documentReporter.ts";
import type { EarlierRuns } from "./earlierRuns.ts";
import { HtmlReporter } from "./html/htmlReporter.ts";
import { jsonReport } from "./json/jsonReport.ts";
import { junitReport } from "./junit/junitReport.ts";
import { markdownReport } from "./markdown/markdownReport.ts";
import type { Reporter } from "./reporter.ts";

/** A report that is a file. */
export interface DocumentKind {
  /** Its name in the folder of a run. */
  readonly file: string;
  readonly mediaType: string;
  /** The reporter that writes it to a path when the run is over; with earlier runs, where they are known and the report shows them. */
  readonly make: (path: string, earlier?: EarlierRuns) => Reporter;
}

const html: DocumentKind = {
  file: "report.html",
  mediaType: "text/html",
  make: (path, earlier) => new HtmlReporter(path, earlier),
};

/** The report that is opened where somebody wants to look at a run. */
export const page: DocumentKind = html;

/** Every report that is a file, by the name of its reporter. Each run writes all of them into its folder. */
export const documents: Readonly<Record<string, DocumentKind>> = {
  html,
  json: {
    file: "report.json",
    mediaType: "application/json",
    make: (path) => new DocumentReporter(path, jsonReport),
  },
  junit: {
    file: "junit.xml",
    mediaType: "application/xml",
    make: (path) => new DocumentReporter(path, junitReport),
  },
  markdown: {
    file: "summary.md",
    mediaType: "text/markdown",
    make: (path) => new DocumentReporter(path, markdownReport),
  },
};
