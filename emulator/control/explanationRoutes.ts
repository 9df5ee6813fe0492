import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { AwsError } from "../awsError.ts";
import { explain } from "../authorization/explain.ts";
import { hypotheticalRequest, UnknownPartyError } from "./hypotheticalRequest.ts";
import type { CurrentWorld } from "../currentWorld.ts";
import type { Guard } from "./guard.ts";
import { parseJsonBody } from "./parseJsonBody.ts";

const question = z.strictObject({
  principal: z.string(),
  action: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, "An action is written as kms:Decrypt."),
  resource: z.string(),
  context: z.record(z.string(), z.array(z.string())).optional(),
});

/** The explanations of past requests, and of requests that nobody has made. `guard` sends strangers away. */
export function registerExplanations(server: FastifyInstance, current: CurrentWorld, guard: Guard): void {
  const guarded = { preHandler: guard };
  server.get("/_keylab/explanations/last-denial", guarded, async (_request, reply) => {
    const explanation = current.instance.decisions.lastDenial();
    return explanation ?? reply.code(404).send({ message: "Nothing has been denied yet." });
  });
  server.get<{ Params: { requestId: string } }>("/_keylab/explanations/:requestId", guarded, async ({ params }) => {
    return current.instance.decisions.explanationsOf(params.requestId);
  });
  server.post("/_keylab/explain", guarded, async (request, reply) => {
    const body = question.safeParse(parseJsonBody(request.body));
    if (!body.success) return reply.code(400).send({ message: z.prettifyError(body.error) });
    try {
      return explain(await hypotheticalRequest(current.instance, body.data));
    } catch (error) {
      if (error instanceof UnknownPartyError) return reply.code(404).send({ message: error.message });
      // What AWS would answer before it asks any policy.
      if (error instanceof AwsError) return reply.code(400).send({ message: `${error.code}: ${error.message}` });
      throw error;
    }
  });
}
