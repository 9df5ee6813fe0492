import type { FastifyReply, FastifyRequest } from "fastify";

/** Sends away whoever does not know the instance's token. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
