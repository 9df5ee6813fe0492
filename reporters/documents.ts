import { DocumentReporter } from "./documentReporter.ts";
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
  /** The reporter that writes it to a path when the run is over. */
  readonly make: (path: string) => Reporter;
}

const markdown: DocumentKind = {
  file: "summary.md",
  mediaType: "text/markdown",
  make: (path) => new DocumentReporter(path, markdownReport),
};

/** The report that is opened where somebody wants to look at a run. */
export const page: DocumentKind = markdown;

/** Every report that is a file, by the name of its reporter. Each run writes all of them into its folder. */
export const documents: Readonly<Record<string, DocumentKind>> = {
  html: {
    file: "report.html",
    mediaType: "text/html",
    make: (path) => new HtmlReporter(path),
  },
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
  markdown,
};
