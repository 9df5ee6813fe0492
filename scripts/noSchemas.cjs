// Stands in bundles for what Fastify makes validators and serializers of schemas with: more than half of what would come with it, to no use where no route
// has a schema. (What comes in is checked with Zod.)

/** Fastify's own packages are functions that return a builder; only a route with a schema has it build anything. */
module.exports = function selectCompiler() {
  return () => {
    throw new Error("Bundles have no compiler for schemas of routes (scripts/build.js): check with Zod what comes in.");
  };
};
