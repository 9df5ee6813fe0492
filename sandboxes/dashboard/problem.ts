import { ZodError } from "zod";
import { UserError } from "../../errors/userError.ts";
import { Refusal } from "./refusal.ts";

/** What went wrong, as the pages and their readers are told. */
export interface Problem {
  readonly status: number;
  readonly message: string;
  /** As a sentence of its own. */
  readonly nextStep: string;
}

/** What can be said of an error to whoever asked. Of a bug nothing is said: its trace is for the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof UserError) return { status: 409, message: error.message, nextStep: error.nextStep };
  if (error instanceof Refusal) return { status: error.status, message: error.message, nextStep: error.nextStep };
  if (error instanceof ZodError) return { ...misunderstood, status: 400 };
  const status = statusOf(error);
  if (status !== undefined && status < 500) return { ...misunderstood, status };
  return {
    status: 500,
    message: "Something went wrong in Keylab.",
    nextStep: "The log of the server says what.",
  };
}

const misunderstood = { message: "The request was not understood.", nextStep: "Reload the page and try again." };

/** What Fastify refuses a request with. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("statusCode" in error)) return undefined;
  return typeof error.statusCode === "number" ? error.statusCode : undefined;
}
