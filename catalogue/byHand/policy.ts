import * as z from "zod";

/** A policy as records have it: the document, not its text. */
export const policy = z.record(z.string(), z.unknown());
